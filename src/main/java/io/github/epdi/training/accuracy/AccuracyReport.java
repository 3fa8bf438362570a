package io.github.epdi.training.accuracy;

import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.MaterialSplit;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.examples.SiteValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Works out the accuracy figures of a bundle. Their names are {@code <part>.<group>.<figure>}. The
 * parts are training, validation and test, and the groups are all, saddles (B), stable (T and H)
 * and barriers. The figures are {@code count, mae_ev, rmse_ev, r2, max_error_ev}. All but the count
 * also have {@code _low} and {@code _high}, the ends of a 95 % interval clustered by material,
 * which are left out for fewer than two materials. Figures of baselines are named {@code
 * <part>.<group>.baseline_<mean|esp_line|bridge_rule>.<figure>}.
 */
public final class AccuracyReport {
  private static final Map<String, ToDoubleFunction<ErrorStatistics>> FIGURES =
      new LinkedHashMap<>();

  static {
    FIGURES.put("mae_ev", ErrorStatistics::maeEv);
    FIGURES.put("rmse_ev", ErrorStatistics::rmseEv);
    FIGURES.put("r2", ErrorStatistics::r2);
    FIGURES.put("max_error_ev", ErrorStatistics::maxErrorEv);
  }

  private final List<LabelledGrid> grids;
  private final List<LabelledSite> sites;
  private final MaterialSplit split;
  private final ClusteredBootstrap bootstrap;
  private final Map<String, Double> figures = new TreeMap<>();

  /**
   * Prepares a report on labelled sites whose materials are split into parts.
   *
   * @param seed seed of the bootstrap
   */
  public AccuracyReport(
      List<LabelledGrid> grids, List<LabelledSite> sites, MaterialSplit split, long seed) {
    this.grids = grids;
    this.sites = sites;
    this.split = split;
    this.bootstrap = new ClusteredBootstrap(seed);
  }

  /** Returns all figures of predictions (eV) and of the baselines. */
  public Map<String, Double> figures(ToDoubleFunction<LabelledSite> predictionEv) {
    Baselines baselines =
        new Baselines(sites.stream().filter(site -> site.part() == Part.TRAINING).toList());
    SiteValues predicted = new SiteValues(sites, predictionEv);
    add("", site -> OptionalDouble.of(predictionEv.applyAsDouble(site)));
    add("baseline_mean.", site -> OptionalDouble.of(baselines.meanEv()));
    add("baseline_esp_line.", site -> OptionalDouble.of(baselines.lineEv(site)));
    add("baseline_bridge_rule.", site -> baselines.bridgeEv(site, predicted));
    SiteValues labels = new SiteValues(sites, LabelledSite::labelEv);
    SiteValues lines = new SiteValues(sites, baselines::lineEv);
    for (Part part : Part.values()) {
      List<LabelledGrid> chosen =
          grids.stream().filter(grid -> split.part(grid.materialId()) == part).toList();
      String group = part.label() + ".barriers.";
      add(group, new BarrierPairs(labels, predicted).of(chosen));
      add(group + "baseline_esp_line.", new BarrierPairs(labels, lines).of(chosen));
    }
    return figures;
  }

  private void add(String kind, Function<LabelledSite, OptionalDouble> prediction) {
    for (Part part : Part.values()) {
      List<Pair> all = new ArrayList<>();
      List<Pair> saddles = new ArrayList<>();
      List<Pair> stable = new ArrayList<>();
      for (LabelledSite site : sites) {
        OptionalDouble value = prediction.apply(site);
        if (site.part() == part && value.isPresent()) {
          Pair pair = new Pair(site.materialId(), site.labelEv(), value.getAsDouble());
          all.add(pair);
          (site.kind() == SiteKind.B ? saddles : stable).add(pair);
        }
      }
      // A rule that predicts saddles alone has no figures over all sites.
      if (!stable.isEmpty()) {
        add(part.label() + ".all." + kind, all);
      }
      add(part.label() + ".saddles." + kind, saddles);
      add(part.label() + ".stable." + kind, stable);
    }
  }

  private void add(String prefix, List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    ErrorStatistics statistics = ErrorStatistics.of(pairs);
    figures.put(prefix + "count", (double) statistics.count());
    FIGURES.forEach(
        (name, figure) -> {
          double value = figure.applyAsDouble(statistics);
          if (Double.isFinite(value)) {
            figures.put(prefix + name, value);
            bootstrap
                .interval(pairs, figure)
                .ifPresent(
                    interval -> {
                      figures.put(prefix + name + "_low", interval.low());
                      figures.put(prefix + name + "_high", interval.high());
                    });
          }
        });
  }
}
