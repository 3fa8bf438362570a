package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
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

  /** The mean over the members and their spread. */
  PredictedCurve curve(DiffusionPath path, int members) {
    if (memberEnergiesEv.size() != members) {
      throw new IllegalArgumentException(
          "Cannot use further points of path "
              + path.id()
              + ": expected "
              + members
              + " members, found "
              + memberEnergiesEv.size());
    }
    List<double[]> ofMembers =
        memberEnergiesEv.stream()
            .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    double[] mean = new double[positionsAngstrom.size()];
    for (int i = 0; i < mean.length; i++) {
      for (double[] energies : ofMembers) {
        mean[i] += energies[i];
      }
      mean[i] /= members;
    }
    return new PredictedCurve(
        positionsAngstrom, Ensemble.energies(new Ensemble<>(mean, ofMembers)));
  }
}
