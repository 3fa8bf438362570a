package io.github.epdi.training.affinity;

import io.github.epdi.training.accuracy.ClusteredBootstrap;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The table that sets predictions of left-out materials beside those of the regressions. */
final class BesideLevels {
  private static final long SEED = 1;

  private final List<DescribedSite> sites;
  private final IdentityHashMap<DescribedSite, Integer> number = new IdentityHashMap<>();
  private final LeftOutAccuracy accuracy;
  private final List<String> lines = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param all all sites, by whose numbers predictions are given
   * @param shown sites that the table is about
   */
  BesideLevels(List<DescribedSite> all, List<DescribedSite> shown) {
    this.sites = shown;
    this.accuracy = new LeftOutAccuracy(shown, SEED);
    for (int i = 0; i < all.size(); i++) {
      number.put(all.get(i), i);
    }
    lines.add(
        "| left out | added | E_b | saddles | range | E_b, change | range, change | factor |");
    lines.add("|---|---|---|---|---|---|---|---|");
  }

  /**
   * Adds a row.
   *
   * @param leftOut which groups are left out
   * @param added what is added to the regressions
   * @param saidEv predictions by number of the site
   * @param regressionsEv those of the regressions alone
   * @param factor which factors were chosen
   */
  void add(String leftOut, String added, double[] saidEv, double[] regressionsEv, String factor) {
    Map<String, Double> figures = accuracy.figures("", site -> saidEv[number.get(site)]);
    lines.add(
        String.join(
            " | ",
            "| " + leftOut,
            added,
            figure(figures, "all."),
            figure(figures, "saddles."),
            figure(figures, "range."),
            change(site -> error(site, saidEv) - error(site, regressionsEv)),
            change(rangeError(saidEv), rangeError(regressionsEv)),
            factor + " |"));
  }

  private double error(DescribedSite site, double[] saidEv) {
    return Math.abs(saidEv[number.get(site)] - site.labelEv());
  }

  private static String figure(Map<String, Double> figures, String what) {
    return String.format(
        Locale.ROOT,
        "%.4f [%.3f, %.3f]",
        figures.get(what + "mae_ev"),
        figures.get(what + "mae_ev_low"),
        figures.get(what + "mae_ev_high"));
  }

  private String change(ToDoubleFunction<DescribedSite> change) {
    return interval(
        sites.stream().map(DescribedSite::materialId).toList(),
        sites.stream().mapToDouble(change).toArray());
  }

  private static String change(Map<String, Double> one, Map<String, Double> other) {
    List<String> materials = List.copyOf(one.keySet());
    return interval(
        materials, materials.stream().mapToDouble(id -> one.get(id) - other.get(id)).toArray());
  }

  private static String interval(List<String> materials, double[] changes) {
    ClusteredBootstrap.Interval interval =
        new ClusteredBootstrap(SEED).intervalOfMean(materials, changes).orElseThrow();
    return String.format(Locale.ROOT, "[%+.4f, %+.4f]", interval.low(), interval.high());
  }

  private Map<String, Double> rangeError(double[] saidEv) {
    return sites.stream()
        .collect(Collectors.groupingBy(DescribedSite::materialId))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    Math.abs(
                        MaterialOutcome.of(entry.getValue(), DescribedSite::labelEv).rangeEv()
                            - MaterialOutcome.of(entry.getValue(), site -> saidEv[number.get(site)])
                                .rangeEv())));
  }

  /** Adds a line below the table. */
  void note(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
