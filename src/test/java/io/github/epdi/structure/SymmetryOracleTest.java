package io.github.epdi.structure;

import static io.github.epdi.structure.Element.Mo;
import static io.github.epdi.structure.Element.S;
import static io.github.epdi.structure.Element.Se;
import static io.github.epdi.structure.Element.W;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orbits of sites and paths against a search that knows neither cells nor groups. */
class SymmetryOracleTest {
  @ParameterizedTest(name = "{0}x{1}, {2} replaced")
  @CsvSource({
    "2,1,1,1", "2,2,1,2", "2,2,2,3", "3,2,1,4", "3,3,1,5", "3,3,2,6", "3,3,3,7", "4,1,2,8"
  })
  void orbitsAreThoseOfTheEnvironments(int n, int m, int replaced, long seed) {
    Random random = new Random(seed);
    for (TestSlabs start : List.of(TestSlabs.twoH(Mo, S), TestSlabs.oneT(Mo, S))) {
      TestSlabs slab = start.supercell(n, m).shuffled(seed);
      for (int i = 0; i < replaced; i++) {
        boolean metal = random.nextBoolean();
        int which = random.nextInt(n * m - i);
        slab = metal ? slab.replaced(Mo, which, W) : slab.replaced(S, which, Se);
      }
      SurfaceGraph graph = slab.graph(Side.TOP);
      EnvironmentOracle oracle = new EnvironmentOracle(slab.structure());
      PlaneLattice plane = PlaneLattice.of(slab.structure().lattice());
      for (SiteKind kind : SiteKind.values()) {
        assertThat(representatives(graph.sites(kind)))
            .as("%s in %s", kind, slab.structure().formula())
            .isEqualTo(oracleRepresentatives(graph.sites(kind), oracle, plane));
      }
      if (n * m <= 6) {
        assertThat(graph.paths().stream().map(DiffusionPath::multiplicity).sorted().toList())
            .isEqualTo(pathOrbits(graph, oracle, plane));
      }
    }
  }

  private static List<Integer> representatives(List<AdsorptionSite> sites) {
    return sites.stream().map(s -> Integer.parseInt(s.representative().substring(1))).toList();
  }

  private static List<Integer> oracleRepresentatives(
      List<AdsorptionSite> sites, EnvironmentOracle oracle, PlaneLattice plane) {
    List<double[][]> things = new ArrayList<>();
    for (AdsorptionSite site : sites) {
      things.add(new double[][] {point(plane, site.u(), site.v())});
    }
    return firstOfKind(things, oracle);
  }

  private static List<Integer> firstOfKind(List<double[][]> things, EnvironmentOracle oracle) {
    List<Integer> first = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      int found = i;
      for (int j = 0; j < i && found == i; j++) {
        if (first.get(j) == j && oracle.equivalent(things.get(j), things.get(i))) {
          found = j;
        }
      }
      first.add(found);
    }
    return first;
  }

  /** Every pair of hops of an H as the points H, B, B', with their bridges' true neighbours. */
  private static List<Integer> pathOrbits(
      SurfaceGraph graph, EnvironmentOracle oracle, PlaneLattice plane) {
    List<double[][]> paths = new ArrayList<>();
    for (AdsorptionSite hollow : graph.hollows()) {
      List<double[]> bridges = new ArrayList<>();
      for (Hop hop : graph.hops()) {
        if (hop.hollow() == hollow.number()) {
          AdsorptionSite top = graph.tops().get(hop.top());
          double u = (top.u() - hop.du() + hollow.u()) / 2;
          double v = (top.v() - hop.dv() + hollow.v()) / 2;
          bridges.add(point(plane, u, v));
        }
      }
      double[] centre = point(plane, hollow.u(), hollow.v());
      for (int i = 0; i < 3; i++) {
        paths.add(new double[][] {centre, bridges.get(i), bridges.get((i + 1) % 3)});
      }
    }
    List<Integer> first = firstOfKind(paths, oracle);
    return first.stream()
        .distinct()
        .map(f -> (int) first.stream().filter(f::equals).count())
        .sorted()
        .toList();
  }

  private static double[] point(PlaneLattice plane, double u, double v) {
    return new double[] {plane.x(u, v), plane.y(u, v)};
  }
}
