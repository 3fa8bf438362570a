package io.github.epdi.report.figure;

import io.github.epdi.pes.Percolation;
import io.github.epdi.pes.PercolationRoutes;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.SiteRow;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One side of a screened material as its rows describe it, with cell, sites, hops and their
 * energies. The graph has no paths, because they are rows of their own.
 *
 * @param name material, for titles
 * @param lattice the cell
 * @param graph T, H and B sites and hops
 * @param energies binding energies, which are means over the members
 */
public record ScreenedSurface(
    String name, Lattice lattice, SurfaceGraph graph, SurfaceEnergies energies) {

  /**
   * Makes the surface of the rows of one side of one material, in any order.
   *
   * @param sites its T and H sites
   * @param hops its hops
   * @throws IllegalArgumentException if a site or a hop is missing
   */
  public static ScreenedSurface of(Lattice lattice, List<SiteRow> sites, List<HopRow> hops) {
    List<HopRow> ordered =
        hops.stream().sorted(Comparator.comparingInt(row -> row.route().number())).toList();
    List<SiteRow> tops = ofKind(sites, SiteKind.T);
    List<SiteRow> hollows = ofKind(sites, SiteKind.H);
    SurfaceGraph graph =
        new SurfaceGraph(
            side(ordered),
            tops.stream().map(ScreenedSurface::site).toList(),
            hollows.stream().map(ScreenedSurface::site).toList(),
            ordered.stream().map(ScreenedSurface::bridge).toList(),
            ordered.stream().map(ScreenedSurface::hop).toList(),
            List.of(),
            Double.NaN);
    requireNumbered(graph);
    SurfaceEnergies energies =
        new SurfaceEnergies(
            tops.stream().mapToDouble(row -> row.bindingEnergyEv().value()).toArray(),
            hollows.stream().mapToDouble(row -> row.bindingEnergyEv().value()).toArray(),
            ordered.stream().mapToDouble(row -> row.energies().bridgeEv().value()).toArray());
    return new ScreenedSurface(ordered.get(0).materialId(), lattice, graph, energies);
  }

  /** Returns the routes that the percolation barriers come from. */
  public PercolationRoutes routes() {
    return Percolation.routes(graph, energies);
  }

  /** Returns the site with the lowest energy. Of equal ones it is the first, T before H. */
  AdsorptionSite lowestSite() {
    SiteKind kind =
        energies.lowestEv(SiteKind.T) <= energies.lowestEv(SiteKind.H) ? SiteKind.T : SiteKind.H;
    return graph.sites(kind).get(energies.lowestNumber(kind));
  }

  private static Side side(List<HopRow> hops) {
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("Cannot draw a surface: expected hops, found none");
    }
    String label = hops.get(0).side();
    return Stream.of(Side.values())
        .filter(side -> side.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Cannot draw a surface: no side " + label));
  }

  private static List<SiteRow> ofKind(List<SiteRow> sites, SiteKind kind) {
    return sites.stream()
        .filter(site -> site.name().kind().equals(kind.name()))
        .sorted(Comparator.comparingInt(row -> row.name().number()))
        .toList();
  }

  private static void requireNumbered(SurfaceGraph graph) {
    for (SiteKind kind : SiteKind.values()) {
      for (int i = 0; i < graph.sites(kind).size(); i++) {
        int number = graph.sites(kind).get(i).number();
        if (number != i) {
          throw new IllegalArgumentException(
              "Cannot draw a surface: expected site " + kind + i + ", found " + kind + number);
        }
      }
    }
  }

  private static AdsorptionSite site(SiteRow row) {
    return new AdsorptionSite(
        SiteKind.valueOf(row.name().kind()),
        row.name().number(),
        row.place().fraction().u(),
        row.place().fraction().v(),
        row.place().anchorAngstrom(),
        row.orbit().representative(),
        row.orbit().multiplicity());
  }

  private static AdsorptionSite bridge(HopRow row) {
    return new AdsorptionSite(
        SiteKind.B,
        row.route().number(),
        row.place().fraction().u(),
        row.place().fraction().v(),
        row.place().anchorAngstrom(),
        row.orbit().representative(),
        row.orbit().multiplicity());
  }

  private static Hop hop(HopRow row) {
    return new Hop(
        row.route().number(),
        number(row.route().siteA()),
        number(row.route().siteB()),
        row.route().du(),
        row.route().dv());
  }

  private static int number(String siteId) {
    return Integer.parseInt(siteId.substring(1));
  }
}
