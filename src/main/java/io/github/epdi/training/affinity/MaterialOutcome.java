package io.github.epdi.training.affinity;

import io.github.epdi.pes.Percolation;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a screening would say of one material. It is worked out from labels or from predictions of
 * the labelled sites.
 *
 * @param meanEv mean energy of the labelled sites
 * @param rangeEv highest bridge minus lowest other site; null where one of them is not labelled
 * @param percolationEv 2D percolation barrier; null where a unique site is not labelled
 */
record MaterialOutcome(double meanEv, Double rangeEv, Double percolationEv) {
  /** Returns the outcome of the labelled sites of one material. */
  static MaterialOutcome of(List<DescribedSite> sites, ToDoubleFunction<DescribedSite> energyEv) {
    double mean = sites.stream().mapToDouble(energyEv).average().orElseThrow();
    double highest = Double.NEGATIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    Map<String, Double> known = new HashMap<>();
    for (DescribedSite site : sites) {
      double energy = energyEv.applyAsDouble(site);
      known.put(site.match().representative().id(), energy);
      if (site.kind() == SiteKind.B) {
        highest = Math.max(highest, energy);
      } else {
        lowest = Math.min(lowest, energy);
      }
    }
    double range = highest - lowest;
    SurfaceGraph graph = sites.get(0).grid().graph();
    boolean complete =
        graph.all().stream()
            .filter(AdsorptionSite::isRepresentative)
            .allMatch(site -> known.containsKey(site.id()));
    Double percolation =
        complete
            ? Percolation.of(graph, SurfaceEnergies.spread(graph, site -> known.get(site.id())))
                .percolation2dEv()
            : null;
    return new MaterialOutcome(mean, Double.isFinite(range) ? range : null, percolation);
  }
}
