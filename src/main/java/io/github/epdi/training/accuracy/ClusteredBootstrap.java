package io.github.epdi.training.accuracy;

import io.github.epdi.training.loop.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Estimates percentile intervals by drawing whole materials with replacement (cluster bootstrap;
 * Cameron, Gelbach, Miller, Rev. Econ. Stat. 90, 414, 2008). Whole materials are drawn because
 * sites of one material are not independent.
 */
public final class ClusteredBootstrap {
  private static final int REPLICATES = 2000;
  private static final double TAIL = 0.025;

  /** The range that holds the middle 95 % of a statistic over the replicates. */
  public record Interval(double low, double high) {}

  private final long seed;

  public ClusteredBootstrap(long seed) {
    this.seed = seed;
  }

  /**
   * Returns the interval of a statistic. It is empty for fewer than two materials, which show no
   * spread.
   */
  Optional<Interval> interval(List<Pair> pairs, ToDoubleFunction<ErrorStatistics> statistic) {
    Map<String, List<Pair>> clusters = new LinkedHashMap<>();
    pairs.forEach(p -> clusters.computeIfAbsent(p.cluster(), c -> new ArrayList<>()).add(p));
    if (clusters.size() < 2) {
      return Optional.empty();
    }
    List<List<Pair>> materials = List.copyOf(clusters.values());
    Random random = Seeds.random(seed, "bootstrap", 0);
    double[] values = new double[REPLICATES];
    for (int i = 0; i < REPLICATES; i++) {
      List<Pair> drawn = new ArrayList<>();
      for (int j = 0; j < materials.size(); j++) {
        drawn.addAll(materials.get(random.nextInt(materials.size())));
      }
      values[i] = statistic.applyAsDouble(ErrorStatistics.of(drawn));
    }
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return finite.length == 0
        ? Optional.empty()
        : Optional.of(new Interval(quantile(finite, TAIL), quantile(finite, 1 - TAIL)));
  }

  /**
   * Returns the interval of a mean of numbers. It is empty for fewer than two clusters.
   *
   * @param clusters the material of each number
   */
  public Optional<Interval> intervalOfMean(List<String> clusters, double[] values) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      double[] sum = sums.computeIfAbsent(clusters.get(i), c -> new double[2]);
      sum[0] += values[i];
      sum[1]++;
    }
    if (sums.size() < 2) {
      return Optional.empty();
    }
    List<double[]> all = List.copyOf(sums.values());
    Random random = Seeds.random(seed, "bootstrap", 0);
    double[] means = new double[REPLICATES];
    for (int i = 0; i < REPLICATES; i++) {
      double sum = 0;
      double count = 0;
      for (int j = 0; j < all.size(); j++) {
        double[] drawn = all.get(random.nextInt(all.size()));
        sum += drawn[0];
        count += drawn[1];
      }
      means[i] = sum / count;
    }
    Arrays.sort(means);
    return Optional.of(new Interval(quantile(means, TAIL), quantile(means, 1 - TAIL)));
  }

  private static double quantile(double[] sorted, double q) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
  }
}
