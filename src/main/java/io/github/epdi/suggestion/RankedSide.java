package io.github.epdi.suggestion;

import io.github.epdi.pes.Interval;
import io.github.epdi.pes.PercolationRoute;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.report.figure.ScreenedSurface;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.DopantValue;
import io.github.epdi.tables.MaterialRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One side of a screened material with the two sites that set its 2D percolation barrier. Of
 * equivalent sites it is the first.
 *
 * @param material its rows
 * @param barrier its barrier
 * @param interval the 80 % interval of the barrier
 * @param lowest the lowest site of the component that crosses the surface
 * @param highest the highest place of the hop at the threshold
 * @param hop that hop
 * @param graph all sites and hops
 * @param known energies of sites that are calculated already, by their ids
 */
record RankedSide(
    ScreenedMaterial material,
    Barrier barrier,
    Interval interval,
    AdsorptionSite lowest,
    AdsorptionSite highest,
    Hop hop,
    SurfaceGraph graph,
    Map<String, Double> known) {
  /** Copies the map. */
  RankedSide {
    known = Map.copyOf(known);
  }

  /** Returns the side, or null where lithium cannot cross it or the barrier has no interval. */
  static RankedSide of(ScreenedMaterial material, KnownSites known) {
    return of(material, SuggestedIntervals.ofBarrier(material.row()), known);
  }

  /**
   * Returns the side with a given interval of its barrier, or null where lithium cannot cross it or
   * the interval is null.
   */
  static RankedSide of(ScreenedMaterial material, Interval interval, KnownSites known) {
    MaterialRow row = material.row();
    if (row.percolation2dEv() == null || interval == null) {
      return null;
    }
    ScreenedSurface surface = material.surface();
    SurfaceGraph graph = surface.graph();
    PercolationRoute route = surface.routes().across2d();
    if (route == null) {
      return null;
    }
    Hop hop = representative(graph, route.highestHop());
    AdsorptionSite lowest = first(graph, graph.sites(route.lowestKind()).get(route.lowestNumber()));
    AdsorptionSite highest = highest(surface, hop);
    Barrier barrier =
        Barrier.of(
            row.percolation2dEv(),
            SuggestedIntervals.sdEv(interval, row.percolation2dEv()),
            SuggestedIntervals.energySdEv(material, List.of(lowest, highest)));
    Map<String, Double> energies = known.of(material, surface);
    return new RankedSide(
        material,
        barrier.after(energies.get(lowest.id()), energies.get(highest.id())),
        interval,
        lowest,
        highest,
        hop,
        graph,
        energies);
  }

  private static AdsorptionSite first(SurfaceGraph graph, AdsorptionSite site) {
    return graph.sites(site.kind()).stream()
        .filter(other -> other.id().equals(site.representative()))
        .findFirst()
        .orElseThrow();
  }

  private static Hop representative(SurfaceGraph graph, Hop hop) {
    return graph.hops().get(first(graph, graph.bridges().get(hop.number())).number());
  }

  private static AdsorptionSite highest(ScreenedSurface surface, Hop hop) {
    SurfaceGraph graph = surface.graph();
    AdsorptionSite highest = graph.bridges().get(hop.number());
    for (AdsorptionSite end :
        List.of(graph.tops().get(hop.top()), graph.hollows().get(hop.hollow()))) {
      if (energyEv(surface, end) > energyEv(surface, highest)) {
        highest = end;
      }
    }
    return first(graph, highest);
  }

  private static double energyEv(ScreenedSurface surface, AdsorptionSite site) {
    return surface.energies().energyEv(site.kind(), site.number());
  }

  /** Returns what a selection needs of it. */
  Contender contender(Purpose purpose) {
    Set<String> kin = new HashSet<>(Set.of("host " + material.ranked().hostLabel()));
    for (DopantValue dopant : material.row().host().dopants()) {
      kin.add("dopant " + dopant.element());
    }
    Contender.Trained trained =
        material.row().remarks().flags().stream().anyMatch(RankedSide::isOutside)
            ? Contender.Trained.OUTSIDE
            : Contender.Trained.INSIDE;
    int runs = sites(purpose).size();
    boolean whole = runs == sites(Purpose.MATERIALS).size();
    return new Contender(
        material.name(), barrier, kin, trained, runs, whole ? 1 : barrier.siteShare());
  }

  /** Tells whether a flag says that the material lies outside of what the model was trained on. */
  private static boolean isOutside(String flag) {
    return flag.endsWith("_outside_training")
        || flag.endsWith("_unseen")
        || flag.equals("far_from_training")
        || flag.equals("strained");
  }

  /** Returns the sites that are left to calculate, in the order of their runs. */
  List<AdsorptionSite> sites(Purpose purpose) {
    Stream<AdsorptionSite> wanted =
        switch (purpose) {
          case SITES -> Stream.of(lowest);
          case SADDLES -> Stream.of(highest);
          case MATERIALS -> Stream.of(lowest, highest);
        };
    return wanted.filter(site -> !known.containsKey(site.id())).toList();
  }

  /** Says what a site is to the barrier. */
  String role(AdsorptionSite site) {
    return site.equals(lowest)
        ? "lowest site"
        : site.kind() == SiteKind.B ? "saddle" : "highest site";
  }
}
