package io.github.epdi.training.affinity;

import io.github.epdi.pes.EnergySpread;
import io.github.epdi.pes.IntervalFactors;
import io.github.epdi.pes.Percolation;
import io.github.epdi.pes.PercolationRoute;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds by how many spreads intervals must reach so that they hold as often as they say. The score
 * of a label is how many spreads it lies away from what a model says that has not seen its
 * material. The interval of a further material reaches as far as the scores of all materials say
 * (cross-conformal prediction: Vovk 2015; Barber, Candes, Ramdas and Tibshirani 2021), each
 * material counting once. The centre is the prediction of the model that is fitted to all.
 */
final class IntervalScores {
  /** What an interval is of. */
  enum Of {
    /** Binding energies of all sites. */
    ENERGY,
    /** A bridge less a site beside it. */
    BARRIER,
    /** 2D percolation barriers, counted from the component's lowest site. */
    PERCOLATION
  }

  /**
   * One label and its left-out prediction.
   *
   * @param material its material
   * @param score its distance in spreads
   * @param spreadEv the spread, eV
   */
  private record Score(String material, double score, double spreadEv) {}

  private final Map<Of, List<Score>> scores = new TreeMap<>();
  private final List<Double> largestSpreads = new ArrayList<>();

  /**
   * Scores labels.
   *
   * @param leftOut predictions of models that know their covariance
   */
  IntervalScores(List<DescribedSite> sites, LeftOut leftOut) {
    for (Of of : Of.values()) {
      scores.put(of, new ArrayList<>());
    }
    sites.stream()
        .collect(
            Collectors.groupingBy(
                DescribedSite::materialId, LinkedHashMap::new, Collectors.toList()))
        .forEach((material, own) -> score(material, own, leftOut));
  }

  private void score(String material, List<DescribedSite> sites, LeftOut leftOut) {
    SurfaceGraph graph = sites.get(0).grid().graph();
    List<AdsorptionSite> unique =
        sites.stream().map(site -> site.match().representative()).toList();
    EnergySpread spread = new EnergySpread(graph, unique, leftOut.errorCovariance(material));
    Map<String, DescribedSite> known = new HashMap<>();
    double largest = 0;
    for (DescribedSite site : sites) {
      AdsorptionSite place = site.match().representative();
      known.put(place.id(), site);
      double own = spread.energyEv(place.kind(), place.number());
      largest = Math.max(largest, own);
      add(Of.ENERGY, material, site.labelEv() - leftOut.energyEv(site), own);
    }
    largestSpreads.add(largest);
    Set<String> seen = new HashSet<>();
    for (Hop hop : graph.hops()) {
      AdsorptionSite bridge = graph.bridges().get(hop.number());
      for (AdsorptionSite end :
          List.of(graph.tops().get(hop.top()), graph.hollows().get(hop.hollow()))) {
        DescribedSite high = known.get(bridge.representative());
        DescribedSite low = known.get(end.representative());
        if (high != null
            && low != null
            && seen.add(bridge.representative() + " " + end.representative())) {
          add(
              Of.BARRIER,
              material,
              high.labelEv() - low.labelEv() - leftOut.energyEv(high) + leftOut.energyEv(low),
              spread.differenceEv(bridge, end));
        }
      }
    }
    if (graph.all().stream().allMatch(site -> known.containsKey(site.representative()))) {
      SurfaceEnergies said =
          SurfaceEnergies.spread(graph, site -> leftOut.energyEv(known.get(site.id())));
      SurfaceEnergies labels =
          SurfaceEnergies.spread(graph, site -> known.get(site.id()).labelEv());
      PercolationRoute route = Percolation.routes(graph, said).across2d();
      PercolationRoute right = Percolation.routes(graph, labels).across2d();
      if (route != null && right != null) {
        add(
            Of.PERCOLATION,
            material,
            right.thresholdEv() - right.lowestEv() - route.thresholdEv() + route.lowestEv(),
            spread.barrierEv(said, route));
      }
    }
  }

  private void add(Of of, String material, double errorEv, double spreadEv) {
    scores.get(of).add(new Score(material, Math.abs(errorEv) / spreadEv, spreadEv));
  }

  /** Returns the factors for intervals that hold in a share of unseen materials. */
  IntervalFactors factors(double coverage) {
    return new IntervalFactors(
        coverage,
        factor(scores.get(Of.ENERGY), coverage),
        factor(scores.get(Of.BARRIER), coverage),
        factor(scores.get(Of.PERCOLATION), coverage));
  }

  /** Returns the largest spread of a site that all but a share of the materials stay below. */
  double farSpreadEv(double share) {
    double[] sorted = largestSpreads.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil((1 - share) * sorted.length) - 1)];
  }

  /**
   * Returns the smallest factor that a share of the scores stays within, where each material counts
   * once and one further material counts as if it were never within. Returns null if there are too
   * few materials for that.
   */
  private static Double factor(List<Score> scores, double coverage) {
    Map<String, Long> counts =
        scores.stream().collect(Collectors.groupingBy(Score::material, Collectors.counting()));
    double wanted = coverage * (counts.size() + 1);
    double sum = 0;
    List<Score> sorted =
        scores.stream().sorted((a, b) -> Double.compare(a.score(), b.score())).toList();
    for (Score score : sorted) {
      sum += 1.0 / counts.get(score.material());
      if (sum >= wanted - 1e-9) {
        return score.score();
      }
    }
    return null;
  }

  /**
   * Measures intervals by name, which begins with the prefix: how often they hold ({@code
   * coverage}, the mean over materials) and their mean width in eV. The factor for a material comes
   * from the scores of the others.
   *
   * @param coverages what the intervals say of themselves
   */
  Map<String, Double> figures(String prefix, double... coverages) {
    Map<String, Double> figures = new TreeMap<>();
    for (Of of : Of.values()) {
      List<Score> all = scores.get(of);
      String[] materials =
          all.stream().map(Score::material).distinct().sorted().toArray(String[]::new);
      for (double coverage : coverages) {
        String name =
            prefix
                + "interval_"
                + Math.round(100 * coverage)
                + "."
                + of.name().toLowerCase(Locale.ROOT)
                + ".";
        List<double[]> judged =
            Arrays.stream(materials)
                .map(material -> judge(all, material, coverage))
                .filter(Objects::nonNull)
                .toList();
        if (judged.size() == materials.length && materials.length > 0) {
          figures.put(
              name + "coverage",
              judged.stream().mapToDouble(one -> one[0]).average().orElseThrow());
          figures.put(
              name + "mean_width_ev",
              judged.stream().mapToDouble(one -> one[1]).average().orElseThrow());
          figures.put(name + "materials", (double) materials.length);
        }
      }
    }
    return figures;
  }

  /** Returns share within and mean width of the intervals of one material, null if none. */
  private static double[] judge(List<Score> all, String material, double coverage) {
    Double factor =
        factor(all.stream().filter(one -> !one.material().equals(material)).toList(), coverage);
    if (factor == null) {
      return null;
    }
    List<Score> own = all.stream().filter(one -> one.material().equals(material)).toList();
    return new double[] {
      own.stream().mapToDouble(one -> one.score() <= factor ? 1 : 0).average().orElseThrow(),
      own.stream().mapToDouble(one -> 2 * factor * one.spreadEv()).average().orElseThrow()
    };
  }
}
