package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Periodic graphs that no crystal has, to try percolation on. */
final class RandomGraphs {
  private RandomGraphs() {}

  /** A graph of these hops; where its sites lie does not matter, and it has no paths. */
  static SurfaceGraph of(int tops, int hollows, List<Hop> hops) {
    return new SurfaceGraph(
        Side.TOP,
        sites(SiteKind.T, tops),
        sites(SiteKind.H, hollows),
        sites(SiteKind.B, hops.size()),
        hops,
        List.of(),
        3.0);
  }

  /** Two to six sites, up to ten hops, several between the same sites, offsets up to two cells. */
  static SurfaceGraph graph(Random random) {
    int tops = 1 + random.nextInt(3);
    int hollows = 1 + random.nextInt(3);
    int count = 1 + random.nextInt(10);
    int step = random.nextInt(4) == 0 ? 2 : 1;
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hops.add(
          new Hop(
              i,
              random.nextInt(tops),
              random.nextInt(hollows),
              random.nextInt(2 * step + 1) - step,
              random.nextInt(2 * step + 1) - step));
    }
    return of(tops, hollows, hops);
  }

  /** Energies on a coarse scale, so that many are equal. */
  static SurfaceEnergies energiesWithTies(SurfaceGraph graph, Random random) {
    return new SurfaceEnergies(
        coarse(graph.tops().size(), -2.0, random),
        coarse(graph.hollows().size(), -1.8, random),
        coarse(graph.bridges().size(), -1.6, random));
  }

  /** All energies with a constant added. */
  static SurfaceEnergies shifted(SurfaceGraph graph, SurfaceEnergies energies, double shift) {
    double[][] values = new double[3][];
    for (SiteKind kind : SiteKind.values()) {
      values[kind.ordinal()] =
          graph.sites(kind).stream()
              .mapToDouble(site -> energies.energyEv(kind, site.number()) + shift)
              .toArray();
    }
    return new SurfaceEnergies(values[0], values[1], values[2]);
  }

  private static double[] coarse(int count, double centre, Random random) {
    return IntStream.range(0, count).mapToDouble(i -> centre + 0.1 * random.nextInt(5)).toArray();
  }

  private static List<AdsorptionSite> sites(SiteKind kind, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new AdsorptionSite(kind, i, 0, 0, 0, kind.name() + i, 1))
        .toList();
  }
}
