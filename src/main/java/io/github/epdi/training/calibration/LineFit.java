package io.github.epdi.training.calibration;

import io.github.epdi.training.accuracy.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Fits a line from predictions to labels. Every material counts the same, because the errors of a
 * material's sites are mostly one offset that they share.
 */
enum LineFit {
  /** The offset alone, which one label fixes. */
  OFFSET {
    @Override
    EnergyLine fit(List<Pair> pairs) {
      return line(pairs, 1);
    }
  },

  /**
   * Offset and slope. The slope is drawn towards 1 as if it were known to be 1 +- 0.1 before, and
   * the materials' offsets to be 0.03 eV, so that labels of nearly equal energies do not turn the
   * line.
   */
  SLOPE {
    @Override
    EnergyLine fit(List<Pair> pairs) {
      Map<String, Integer> counts = counts(pairs);
      double prediction = mean(pairs, counts, false);
      double residual = mean(pairs, counts, true);
      double squares = PRIOR_SQUARES;
      double products = 0;
      for (Pair pair : pairs) {
        double weight = 1.0 / counts.get(pair.cluster());
        double distance = pair.prediction() - prediction;
        squares += weight * distance * distance;
        products += weight * distance * (pair.label() - pair.prediction() - residual);
      }
      return line(pairs, 1 + products / squares);
    }
  };

  private static final double PRIOR_SQUARES = Math.pow(0.03 / 0.1, 2);
  private static final int LABELS_FOR_A_SLOPE = 6;
  private static final int MATERIALS_FOR_A_SLOPE = 3;

  /** Fits the line to at least one pair. */
  abstract EnergyLine fit(List<Pair> pairs);

  /**
   * Chooses the form: the slope needs six labels of three materials, and must predict left-out
   * labels better than the offset alone.
   */
  static LineFit choose(List<Pair> pairs) {
    boolean enough =
        pairs.size() >= LABELS_FOR_A_SLOPE && counts(pairs).size() >= MATERIALS_FOR_A_SLOPE;
    return enough
            && SLOPE.leftOutMaeEv(pairs).orElseThrow() < OFFSET.leftOutMaeEv(pairs).orElseThrow()
        ? SLOPE
        : OFFSET;
  }

  /**
   * Returns the mean absolute error of labels that were left out of the fit, in eV: one material
   * after another, or one label after another if all are of one material. Empty for one label.
   */
  OptionalDouble leftOutMaeEv(List<Pair> pairs) {
    boolean byMaterial = counts(pairs).size() > 1;
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair left = pairs.get(i);
      List<Pair> rest = new ArrayList<>();
      for (int j = 0; j < pairs.size(); j++) {
        boolean isLeftOut = byMaterial ? pairs.get(j).cluster().equals(left.cluster()) : j == i;
        if (!isLeftOut) {
          rest.add(pairs.get(j));
        }
      }
      if (!rest.isEmpty()) {
        errors.add(Math.abs(fit(rest).of(left.prediction()) - left.label()));
      }
    }
    return errors.stream().mapToDouble(Double::doubleValue).average();
  }

  private static EnergyLine line(List<Pair> pairs, double slope) {
    Map<String, Integer> counts = counts(pairs);
    double offset = 0;
    for (Pair pair : pairs) {
      offset += (pair.label() - slope * pair.prediction()) / counts.get(pair.cluster());
    }
    return new EnergyLine(offset / counts.size(), slope);
  }

  private static Map<String, Integer> counts(List<Pair> pairs) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    pairs.forEach(pair -> counts.merge(pair.cluster(), 1, Integer::sum));
    return counts;
  }

  /** Averages the predictions, or what labels are above them, over each material and over all. */
  private static double mean(
      List<Pair> pairs, Map<String, Integer> counts, boolean ofLabelsAbovePredictions) {
    double sum = 0;
    for (Pair pair : pairs) {
      double value =
          ofLabelsAbovePredictions ? pair.label() - pair.prediction() : pair.prediction();
      sum += value / counts.get(pair.cluster());
    }
    return sum / counts.size();
  }
}
