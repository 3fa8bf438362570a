package io.github.epdi.tables;

import java.util.List;

/**
 * Further predicted points along one path, between its five sites: an extrapolation of training
 * data that hold sites only.
 *
 * @param positionsAngstrom along the path
 * @param memberEnergiesEv for each member of the ensemble the energies at these positions
 */
public record ExtraPoints(List<Double> positionsAngstrom, List<List<Double>> memberEnergiesEv) {
  /** Copies the lists and makes sure that there is an energy for each position. */
  public ExtraPoints {
    positionsAngstrom = List.copyOf(positionsAngstrom);
    memberEnergiesEv = memberEnergiesEv.stream().map(List::copyOf).toList();
    for (List<Double> energies : memberEnergiesEv) {
      if (energies.size() != positionsAngstrom.size()) {
        throw new IllegalArgumentException(
            "Cannot use further points of a path: expected "
                + positionsAngstrom.size()
                + " energies, found "
                + energies.size());
      }
    }
  }
}
