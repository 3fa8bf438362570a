package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
import java.util.List;

/**
 * Further predicted points of one path, between its five sites. They extrapolate, because training
 * data have energies at sites only.
 *
 * @param positionsAngstrom cumulative lateral distances along the path, Angstrom
 * @param memberEnergiesEv the energies at these positions in eV, one list for each member of the
 *     ensemble
 */
public record ExtraPoints(List<Double> positionsAngstrom, List<List<Double>> memberEnergiesEv) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a member has not one energy for each position
   */
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

  /**
   * Returns the mean energies over the members and their spread.
   *
   * @throws IllegalArgumentException if there are not as many members as for the sites
   */
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
