package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercolationRouteTest {
  @Test
  void inASingleCellTheThirdHopConnectsTheSurface() {
    SurfaceEnergies energies =
        new SurfaceEnergies(
            new double[] {-2.0}, new double[] {-1.8}, new double[] {-1.7, -1.6, -1.5});

    PercolationRoutes routes = Percolation.routes(HoneycombSurface.of(1, 1), energies);

    assertThat(routes.along1d().hops()).extracting(Hop::number).containsExactly(0, 1);
    assertThat(routes.across2d().hops()).extracting(Hop::number).containsExactly(0, 1, 2);
    assertThat(routes.across2d().highestHop().id()).isEqualTo("B2");
    assertThat(routes.across2d().thresholdEv()).isEqualTo(-1.5);
    assertThat(routes.across2d().lowestKind()).isEqualTo(SiteKind.T);
    assertThat(routes.across2d().lowestNumber()).isZero();
  }

  @Test
  void whereNothingWindsThereIsNoRoute() {
    SurfaceGraph island = RandomGraphs.of(1, 1, List.of(new Hop(0, 0, 0, 1, 2)));
    SurfaceEnergies energies =
        new SurfaceEnergies(new double[] {-2}, new double[] {-1}, new double[] {0});

    assertThat(Percolation.routes(island, energies)).isEqualTo(new PercolationRoutes(null, null));
  }

  /** The route alone has the barrier of the whole; without its highest hops it does not wind. */
  @Test
  void aRouteIsWhatTheBarrierComesFrom() {
    Random random = new Random(11);
    int seen = 0;
    for (int i = 0; i < 3000; i++) {
      SurfaceGraph graph = RandomGraphs.graph(random);
      SurfaceEnergies energies = RandomGraphs.energiesWithTies(graph, random);
      PercolationBarriers all = Percolation.of(graph, energies);
      PercolationRoutes routes = Percolation.routes(graph, energies);
      assertThat(routes.along1d() == null).isEqualTo(all.percolation1dEv() == null);
      assertThat(routes.across2d() == null).isEqualTo(all.percolation2dEv() == null);
      if (routes.across2d() == null) {
        continue;
      }
      seen++;
      PercolationRoute route = routes.across2d();
      assertThat(route.thresholdEv() - route.lowestEv()).isEqualTo(all.percolation2dEv());
      assertThat(energies.energyEv(route.lowestKind(), route.lowestNumber()))
          .isEqualTo(route.lowestEv());
      assertThat(energies.hopEnergyEv(route.highestHop())).isEqualTo(route.thresholdEv());
      assertThat(barrierOf(graph, energies, route.hops())).isEqualTo(all.percolation2dEv());
      List<Hop> below =
          route.hops().stream()
              .filter(hop -> energies.hopEnergyEv(hop) < route.thresholdEv())
              .toList();
      assertThat(barrierOf(graph, energies, below)).isNull();
    }
    assertThat(seen).isGreaterThan(500);
  }

  private static Double barrierOf(SurfaceGraph graph, SurfaceEnergies energies, List<Hop> hops) {
    List<Hop> renumbered = new ArrayList<>();
    double[] bridges = new double[hops.size()];
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      bridges[i] = energies.energyEv(SiteKind.B, hop.number());
      renumbered.add(new Hop(i, hop.top(), hop.hollow(), hop.du(), hop.dv()));
    }
    int tops = graph.tops().size();
    int hollows = graph.hollows().size();
    return Percolation.of(
            RandomGraphs.of(tops, hollows, renumbered),
            new SurfaceEnergies(
                values(energies, SiteKind.T, tops), values(energies, SiteKind.H, hollows), bridges))
        .percolation2dEv();
  }

  private static double[] values(SurfaceEnergies energies, SiteKind kind, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = energies.energyEv(kind, i);
    }
    return values;
  }
}
