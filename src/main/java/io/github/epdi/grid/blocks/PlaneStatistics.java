package io.github.epdi.grid.blocks;

import java.util.Arrays;

/** Sum (compensated after Neumaier), smallest and largest value of each plane along c. */
public final class PlaneStatistics {
  private final double[] sum;
  private final double[] lost;
  private final double[] min;
  private final double[] max;
  private final long[] count;

  /** Starts without values for a block of {@code nz} planes. */
  public PlaneStatistics(int nz) {
    sum = new double[nz];
    lost = new double[nz];
    min = new double[nz];
    max = new double[nz];
    count = new long[nz];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
  }

  public int planes() {
    return sum.length;
  }

  /** Adds {@code values[from]} to {@code values[to - 1]} to plane k. */
  public void addRow(int k, double[] values, int from, int to) {
    double rowSum = 0;
    double rowLost = 0;
    double smallest = min[k];
    double largest = max[k];
    for (int i = from; i < to; i++) {
      double v = values[i];
      double next = rowSum + v;
      rowLost += Math.abs(rowSum) >= Math.abs(v) ? (rowSum - next) + v : (v - next) + rowSum;
      rowSum = next;
      if (!(v > smallest)) {
        smallest = Math.min(smallest, v);
      }
      if (!(v < largest)) {
        largest = Math.max(largest, v);
      }
    }
    min[k] = smallest;
    max[k] = largest;
    addSum(k, rowSum);
    lost[k] += rowLost;
    count[k] += to - from;
  }

  /** Adds one value to each plane: {@code values[k]} to plane k. */
  public void addColumn(double[] values) {
    for (int k = 0; k < sum.length; k++) {
      double v = values[k];
      addSum(k, v);
      min[k] = Math.min(min[k], v);
      max[k] = Math.max(max[k], v);
      count[k]++;
    }
  }

  /** Adds the values that another instance has for the same planes. */
  public void addAll(PlaneStatistics other) {
    for (int k = 0; k < sum.length; k++) {
      addSum(k, other.sum[k]);
      lost[k] += other.lost[k];
      min[k] = Math.min(min[k], other.min[k]);
      max[k] = Math.max(max[k], other.max[k]);
      count[k] += other.count[k];
    }
  }

  /** Returns the statistics of the first {@code nz} planes. */
  public PlaneStatistics first(int nz) {
    PlaneStatistics kept = new PlaneStatistics(nz);
    System.arraycopy(sum, 0, kept.sum, 0, nz);
    System.arraycopy(lost, 0, kept.lost, 0, nz);
    System.arraycopy(min, 0, kept.min, 0, nz);
    System.arraycopy(max, 0, kept.max, 0, nz);
    System.arraycopy(count, 0, kept.count, 0, nz);
    return kept;
  }

  /** Tells whether every plane has values. */
  public boolean holdAll() {
    return Arrays.stream(count).allMatch(n -> n > 0);
  }

  /** Returns the mean of plane k, or NaN if it has no values. */
  public double mean(int k) {
    return (sum[k] + lost[k]) / count[k];
  }

  /** Returns the smallest value of plane k. */
  public double min(int k) {
    return min[k];
  }

  /** Returns the largest value of plane k. */
  public double max(int k) {
    return max[k];
  }

  /** Returns the mean of the means of all planes. */
  public double mean() {
    PlaneStatistics whole = new PlaneStatistics(1);
    double[] means = new double[sum.length];
    Arrays.setAll(means, this::mean);
    whole.addRow(0, means, 0, means.length);
    return whole.mean(0);
  }

  /** Returns the smallest value of all planes. */
  public double min() {
    return Arrays.stream(min).min().orElseThrow();
  }

  /** Returns the largest value of all planes. */
  public double max() {
    return Arrays.stream(max).max().orElseThrow();
  }

  private void addSum(int k, double v) {
    double s = sum[k];
    double next = s + v;
    lost[k] += Math.abs(s) >= Math.abs(v) ? (s - next) + v : (v - next) + s;
    sum[k] = next;
  }
}
