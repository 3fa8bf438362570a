package io.github.epdi.training.affinity;

import io.github.epdi.dataset.OffTheLine;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.accuracy.ClusteredBootstrap;
import io.github.epdi.training.accuracy.ErrorStatistics;
import io.github.epdi.training.accuracy.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Measures how wrong left-out predictions are, for all sites, for saddles, and for what a screening
 * ranks by. Mean errors have 95 % intervals by a bootstrap that draws whole materials.
 */
final class LeftOutAccuracy {
  private static final int FEWEST_TO_RANK = 3;

  private final Map<String, List<DescribedSite>> materials;
  private final ClusteredBootstrap bootstrap;

  /** Prepares figures on labelled sites. The seed is that of the bootstrap. */
  LeftOutAccuracy(List<DescribedSite> sites, long seed) {
    this.materials =
        sites.stream()
            .collect(
                Collectors.groupingBy(
                    DescribedSite::materialId, LinkedHashMap::new, Collectors.toList()));
    this.bootstrap = new ClusteredBootstrap(seed);
  }

  /**
   * Returns figures by name, which begins with the prefix. They are in eV, except counts and rank
   * correlations.
   */
  Map<String, Double> figures(String prefix, ToDoubleFunction<DescribedSite> energyEv) {
    Map<String, Double> figures = new TreeMap<>();
    List<Pair> all = new ArrayList<>();
    List<Pair> saddles = new ArrayList<>();
    List<Pair> ranges = new ArrayList<>();
    List<Pair> percolations = new ArrayList<>();
    materials.forEach(
        (id, sites) -> {
          for (DescribedSite site : sites) {
            Pair pair = new Pair(id, site.labelEv(), energyEv.applyAsDouble(site));
            all.add(pair);
            if (site.kind() == SiteKind.B) {
              saddles.add(pair);
            }
          }
          MaterialOutcome known = MaterialOutcome.of(sites, DescribedSite::labelEv);
          MaterialOutcome said = MaterialOutcome.of(sites, energyEv);
          if (known.rangeEv() != null) {
            ranges.add(new Pair(id, known.rangeEv(), said.rangeEv()));
          }
          if (known.percolationEv() != null && said.percolationEv() != null) {
            percolations.add(new Pair(id, known.percolationEv(), said.percolationEv()));
          }
        });
    add(figures, prefix + "all.", all);
    add(figures, prefix + "saddles.", saddles);
    add(figures, prefix + "range.", ranges);
    add(figures, prefix + "percolation_2d.", percolations);
    rank(figures, prefix + "range.", ranges);
    rank(figures, prefix + "percolation_2d.", percolations);
    return figures;
  }

  /** Returns the figures of errors alone, in eV. Their names begin with the prefix. */
  Map<String, Double> errors(String prefix, List<Pair> pairs) {
    Map<String, Double> figures = new TreeMap<>();
    add(figures, prefix, pairs);
    return figures;
  }

  private void add(Map<String, Double> figures, String name, List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    ErrorStatistics errors = ErrorStatistics.of(pairs);
    figures.put(name + "count", (double) pairs.size());
    figures.put(name + "mae_ev", errors.maeEv());
    figures.put(name + "rmse_ev", errors.rmseEv());
    figures.put(name + "max_error_ev", errors.maxErrorEv());
    double[] absolute =
        pairs.stream().mapToDouble(p -> Math.abs(p.prediction() - p.label())).toArray();
    bootstrap
        .intervalOfMean(pairs.stream().map(Pair::cluster).toList(), absolute)
        .ifPresent(
            interval -> {
              figures.put(name + "mae_ev_low", interval.low());
              figures.put(name + "mae_ev_high", interval.high());
            });
    figures.put(name + "median_material_mae_ev", new Median().evaluate(byMaterial(pairs)));
  }

  private static double[] byMaterial(List<Pair> pairs) {
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                Pair::cluster,
                Collectors.averagingDouble(p -> Math.abs(p.prediction() - p.label()))))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static void rank(Map<String, Double> figures, String name, List<Pair> pairs) {
    if (pairs.size() < FEWEST_TO_RANK) {
      return;
    }
    double rho =
        new SpearmansCorrelation()
            .correlation(
                pairs.stream().mapToDouble(Pair::label).toArray(),
                pairs.stream().mapToDouble(Pair::prediction).toArray());
    if (Double.isFinite(rho)) {
      figures.put(name + "spearman", rho);
    }
  }

  /**
   * Finds materials whose labels lie off the line of the others. The mean of such a material's
   * left-out errors is more than four median deviations, and more than 0.06 eV, away from the
   * median of all materials. Fewer than six materials are not judged.
   *
   * @return mean error of each such material in eV, prediction minus label, largest first
   */
  Map<String, Double> offTheLine(ToDoubleFunction<DescribedSite> energyEv) {
    Map<String, Double> errors = new LinkedHashMap<>();
    materials.forEach(
        (id, sites) ->
            errors.put(
                id,
                sites.stream()
                    .mapToDouble(site -> energyEv.applyAsDouble(site) - site.labelEv())
                    .average()
                    .orElseThrow()));
    return OffTheLine.of(errors);
  }
}
