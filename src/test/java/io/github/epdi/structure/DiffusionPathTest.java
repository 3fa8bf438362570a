package io.github.epdi.structure;

import static io.github.epdi.structure.Element.Mo;
import static io.github.epdi.structure.Element.S;
import static io.github.epdi.structure.Element.Ti;
import static io.github.epdi.structure.Element.V;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Representatives of paths, where they start, and their abscissa. */
class DiffusionPathTest {
  private static final TestSlabs DOPED = TestSlabs.twoH(Mo, S).supercell(3, 3).replaced(Mo, 4, Ti);

  private static int orbit(SurfaceGraph graph, int top) {
    return Integer.parseInt(graph.tops().get(top).representative().substring(1));
  }

  @Test
  void pathsGoThroughTwoHopsOfOneHollow() {
    for (TestSlabs slab : List.of(DOPED, DOPED.noisy(0.2, 1), TestSlabs.oneT(V, S))) {
      SurfaceGraph graph = slab.graph(Side.TOP);
      for (DiffusionPath path : graph.paths()) {
        Hop first = graph.hops().get(path.startHop());
        Hop second = graph.hops().get(path.endHop());
        assertThat(first).isNotEqualTo(second);
        assertThat(first.hollow()).isEqualTo(path.hollow());
        assertThat(second.hollow()).isEqualTo(path.hollow());
        assertThat(first.top()).isEqualTo(path.startTop());
        assertThat(second.top()).isEqualTo(path.endTop());
        assertThat(path.id())
            .isEqualTo("B" + first.number() + "-H" + path.hollow() + "-B" + second.number());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPathStartsAtTheSmallerOrbitOrTheLowerHop(long seed) {
    for (TestSlabs slab : List.of(DOPED, DOPED.noisy(0.2, seed), DOPED.shuffled(seed))) {
      SurfaceGraph graph = slab.graph(Side.TOP);
      for (DiffusionPath path : graph.paths()) {
        int start = orbit(graph, path.startTop());
        int end = orbit(graph, path.endTop());
        if (start == end) {
          assertThat(path.startHop()).isLessThan(path.endHop());
        } else {
          assertThat(start).isLessThan(end);
        }
      }
    }
  }

  @Test
  void pathsAreOrderedAndTheirMultiplicitiesCoverAll() {
    for (TestSlabs slab : List.of(DOPED, DOPED.noisy(0.2, 7), DOPED.supercell(1, 0, 1, 2))) {
      SurfaceGraph graph = slab.graph(Side.TOP);
      int all = graph.paths().stream().mapToInt(DiffusionPath::multiplicity).sum();
      assertThat(all).isEqualTo(3 * graph.hollows().size());
      List<Long> keys =
          graph.paths().stream()
              .map(
                  p ->
                      1_000_000L * p.hollow()
                          + 1_000L * Math.min(p.startHop(), p.endHop())
                          + Math.max(p.startHop(), p.endHop()))
              .toList();
      assertThat(keys).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void theAbscissaOfAnIdealPathHasFourEqualSteps() {
    double step = TestSlabs.A / (2 * Math.sqrt(3));
    for (TestSlabs slab : List.of(DOPED, TestSlabs.twoH(Mo, S), DOPED.tilted(0.2, 0.4))) {
      for (DiffusionPath path : slab.graph(Side.BOTTOM).paths()) {
        assertThat(path.positionsAngstrom()).hasSize(5);
        for (int i = 0; i < 5; i++) {
          assertThat(path.positionsAngstrom().get(i)).isCloseTo(i * step, within(1e-9));
        }
      }
    }
  }

  @Test
  void theAbscissaOfADistortedPathIsTheSumOfItsSteps() {
    TestSlabs slab = DOPED.noisy(0.2, 3);
    SurfaceGraph graph = slab.graph(Side.TOP);
    PlaneImages images = new PlaneImages(PlaneLattice.of(slab.structure().lattice()));
    for (DiffusionPath path : graph.paths()) {
      List<AdsorptionSite> stops =
          List.of(
              graph.tops().get(path.startTop()),
              graph.bridges().get(path.startHop()),
              graph.hollows().get(path.hollow()),
              graph.bridges().get(path.endHop()),
              graph.tops().get(path.endTop()));
      double sum = 0;
      for (int i = 1; i < 5; i++) {
        sum += distance(images, slab, stops.get(i - 1), stops.get(i));
        assertThat(path.positionsAngstrom().get(i)).isCloseTo(sum, within(5e-3));
      }
    }
  }

  private static double distance(
      PlaneImages images, TestSlabs slab, AdsorptionSite p, AdsorptionSite q) {
    PlaneLattice plane = PlaneLattice.of(slab.structure().lattice());
    double[] d =
        images.shortest(
            plane.x(q.u() - p.u(), q.v() - p.v()), plane.y(q.u() - p.u(), q.v() - p.v()));
    return Math.hypot(d[0], d[1]);
  }

  @Test
  void threePathsInOneByOneAreOneOrbit() {
    SurfaceGraph graph = TestSlabs.oneT(Ti, S).graph(Side.TOP);
    assertThat(graph.hops()).hasSize(3);
    assertThat(graph.paths()).hasSize(1);
    assertThat(graph.paths().get(0).multiplicity()).isEqualTo(3);
    assertThat(graph.paths().get(0).id()).isEqualTo("B0-H0-B1");
  }
}
