package io.github.epdi.training.accuracy;

import io.github.epdi.pes.StationaryCurve;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.dataset.NebRow;
import java.util.List;
import java.util.Map;

/**
 * Compares a predicted curve with the curve of a transition-state search over the same sites.
 * Energies are relative to the start of each, so that the reference of the ion does not matter.
 *
 * @param materialId the material
 * @param side top or bottom
 * @param nebId id of the band
 * @param sites ids of the sites that the path leads over
 * @param images number of images
 * @param curveRmseEv root mean squared error over the images without the first, which is zero by
 *     definition
 * @param barrierEv forward barrier of the search, the highest image minus the first
 * @param predictedBarrierEv forward barrier of the prediction, the highest site minus the first
 *     image's place
 * @param saddleAngstrom position of the highest image along the way
 * @param predictedSaddleAngstrom position of the highest site of the prediction
 * @param searchSeconds wall time of the search, see {@link ReferencePath#searchSeconds()}; null
 *     where not stated
 * @param predictionSeconds wall time of the whole grid divided by the number of its unique paths
 */
public record PathComparison(
    String materialId,
    String side,
    String nebId,
    List<String> sites,
    int images,
    double curveRmseEv,
    double barrierEv,
    double predictedBarrierEv,
    double saddleAngstrom,
    double predictedSaddleAngstrom,
    Double searchSeconds,
    double predictionSeconds) {
  /**
   * Compares one path.
   *
   * @param bindingEnergiesEv predicted energies by the ids of the sites of the same side
   * @throws InputException if a site of the path has no prediction
   */
  public static PathComparison of(
      ReferencePath path, Map<String, Double> bindingEnergiesEv, double predictionSeconds) {
    NebRow first = path.first();
    StationaryCurve curve = curve(first, bindingEnergiesEv);
    double start = curve.energyEv(first.position().alongPathAngstrom());
    double squares = 0;
    for (NebRow image : path.images().subList(1, path.images().size())) {
      double predicted = curve.energyEv(image.position().alongPathAngstrom()) - start;
      squares += Math.pow(predicted - image.energy().relativeEv(), 2);
    }
    return new PathComparison(
        first.materialId(),
        first.side(),
        first.image().nebId(),
        first.path().sites(),
        path.images().size(),
        Math.sqrt(squares / (path.images().size() - 1)),
        path.highest().energy().relativeEv(),
        curve.highestEv() - start,
        path.highest().position().alongPathAngstrom(),
        curve.highestPositionAngstrom(),
        path.searchSeconds(),
        predictionSeconds);
  }

  private static StationaryCurve curve(NebRow path, Map<String, Double> bindingEnergiesEv) {
    double[] energies = new double[path.path().sites().size()];
    for (int i = 0; i < energies.length; i++) {
      Double energy = bindingEnergiesEv.get(path.path().sites().get(i));
      if (energy == null) {
        throw new InputException(
            "Cannot compare path "
                + path.image().nebId()
                + " of "
                + path.materialId()
                + ": expected site "
                + path.path().sites().get(i)
                + " on its "
                + path.side()
                + " side, found none");
      }
      energies[i] = energy;
    }
    return new StationaryCurve(
        path.path().positionsAngstrom().stream().mapToDouble(Double::doubleValue).toArray(),
        energies);
  }

  /** Returns the predicted minus the searched forward barrier in eV. */
  public double barrierErrorEv() {
    return predictedBarrierEv - barrierEv;
  }

  /** Returns the predicted minus the searched position of the saddle in Angstrom. */
  public double saddleErrorAngstrom() {
    return predictedSaddleAngstrom - saddleAngstrom;
  }
}
