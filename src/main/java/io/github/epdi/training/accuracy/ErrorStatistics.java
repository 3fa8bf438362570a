package io.github.epdi.training.accuracy;

import java.util.List;

/**
 * Statistics of how far predictions are from labels.
 *
 * @param count number of values
 * @param maeEv mean absolute error
 * @param rmseEv root of the mean squared error
 * @param r2 coefficient of determination; NaN where all labels are equal
 * @param maxErrorEv largest absolute error
 */
public record ErrorStatistics(
    int count, double maeEv, double rmseEv, double r2, double maxErrorEv) {
  /** Returns the statistics of at least one pair. */
  public static ErrorStatistics of(List<Pair> pairs) {
    double mean = pairs.stream().mapToDouble(Pair::label).average().orElseThrow();
    double absolute = 0;
    double squared = 0;
    double total = 0;
    double largest = 0;
    for (Pair pair : pairs) {
      double error = pair.prediction() - pair.label();
      absolute += Math.abs(error);
      squared += error * error;
      total += (pair.label() - mean) * (pair.label() - mean);
      largest = Math.max(largest, Math.abs(error));
    }
    int n = pairs.size();
    double r2 = total > 0 ? 1 - squared / total : Double.NaN;
    return new ErrorStatistics(n, absolute / n, Math.sqrt(squared / n), r2, largest);
  }
}
