package io.github.epdi.structure;

import static io.github.epdi.structure.Element.Mo;
import static io.github.epdi.structure.Element.S;
import static io.github.epdi.structure.Element.Se;
import static io.github.epdi.structure.Element.Ti;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many sites, unique sites and paths there are, and what must not change them. */
class SiteFinderTest {
  private static final TestSlabs DOPED = TestSlabs.twoH(Mo, S).supercell(3, 3).replaced(Mo, 4, Ti);

  private static TestSlabs phase(String name) {
    return name.equals("2H") ? TestSlabs.twoH(Mo, S) : TestSlabs.oneT(Ti, S);
  }

  private static List<Integer> counts(SurfaceGraph n) {
    return Stream.of(SiteKind.values()).map(kind -> n.sites(kind).size()).toList();
  }

  private static List<Integer> uniqueCounts(SurfaceGraph n) {
    return Stream.of(SiteKind.values()).map(n::uniqueCount).toList();
  }

  private static List<Integer> pathMultiplicities(SurfaceGraph n) {
    return n.paths().stream().map(DiffusionPath::multiplicity).sorted().toList();
  }

  /** Sizes of the orbits of each kind of site, and of the paths. */
  private static List<List<Integer>> orbits(SurfaceGraph n) {
    List<List<Integer>> all = new ArrayList<>();
    for (SiteKind kind : SiteKind.values()) {
      all.add(
          n.sites(kind).stream()
              .filter(AdsorptionSite::isRepresentative)
              .map(AdsorptionSite::multiplicity)
              .sorted()
              .toList());
    }
    all.add(pathMultiplicities(n));
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "2H,1,1", "2H,2,2", "2H,3,3", "2H,4,4", "2H,2,1", "2H,1,3", "2H,2,3", "2H,5,2", "1T,1,1",
    "1T,2,2", "1T,3,3", "1T,4,4", "1T,2,1", "1T,3,1", "1T,3,4"
  })
  void pristineHasThreeUniqueSitesAndOnePathInAnyCell(String phase, int n, int m) {
    for (Side side : Side.values()) {
      SurfaceGraph graph = phase(phase).supercell(n, m).graph(side);
      assertThat(counts(graph)).containsExactly(n * m, n * m, 3 * n * m);
      assertThat(uniqueCounts(graph)).containsExactly(1, 1, 1);
      assertThat(pathMultiplicities(graph)).containsExactly(3 * n * m);
      assertThat(graph.topDistanceAngstrom()).isCloseTo(TestSlabs.A, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"2H,Mo,W", "2H,Mo,Ti", "1T,Ti,V", "2H,S,Se"})
  void oneDopantInThreeByThreeLeavesThirteen(String phase, Element host, Element dopant) {
    TestSlabs slab = phase(phase).supercell(3, 3).replaced(host, 4, dopant);
    for (Side side : Side.values()) {
      SurfaceGraph graph = slab.graph(side);
      assertThat(counts(graph)).containsExactly(9, 9, 27);
      if (host != S) {
        assertThat(orbits(graph))
            .containsExactly(
                List.of(1, 1, 1, 6),
                List.of(3, 3, 3),
                List.of(3, 3, 3, 6, 6, 6),
                List.of(3, 3, 3, 6, 6, 6));
      } else {
        assertThat(graph.uniqueCount(SiteKind.B)).isGreaterThan(3);
      }
    }
  }

  static Stream<Arguments> waysToWriteTheSameSlab() {
    return Stream.of(
        way("shuffled", s -> s.shuffled(3)),
        way("origin", s -> s.shifted(0.123, 0.77, 0)),
        way("origin by a site", s -> s.shifted(1 / 9.0, 2 / 9.0, 0)),
        way("wrapped", s -> s.shifted(0, 0, 0.5)),
        way("wrapped between metals and chalcogens", s -> s.shifted(0.2, 0.3, 0.46)),
        way("60 degrees", s -> s.supercell(1, 0, 1, 1)),
        way("60 degrees otherwise", s -> s.supercell(1, 1, 0, 1)),
        way("skewed", s -> s.supercell(1, 0, 4, 1)),
        way("axes reversed", s -> s.supercell(-1, 0, 0, -1)),
        way("left-handed", TestSlabs::swapped),
        way("left-handed by a", s -> s.supercell(-1, 0, 0, 1)),
        way("tilted", s -> s.tilted(0.3, -0.2)),
        way("turned", TestSlabs::turned),
        way("all", s -> s.supercell(1, 1, 0, 1).tilted(-0.4, 0.1).shifted(0.4, 0.1, 0.5).turned()));
  }

  private static Arguments way(String name, UnaryOperator<TestSlabs> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToWriteTheSameSlab")
  void orbitsDoNotDependOnHowTheSlabIsWritten(String name, UnaryOperator<TestSlabs> change) {
    for (TestSlabs slab :
        List.of(DOPED, TestSlabs.oneT(Ti, S).supercell(3, 3).replaced(Ti, 0, Mo))) {
      for (Side side : Side.values()) {
        SurfaceGraph plain = slab.graph(side);
        SurfaceGraph changed = change.apply(slab).graph(side);
        assertThat(orbits(changed)).as(name).isEqualTo(orbits(plain));
        assertThat(changed.topDistanceAngstrom())
            .isCloseTo(plain.topDistanceAngstrom(), within(1e-9));
        for (SiteKind kind : SiteKind.values()) {
          assertThat(changed.sites(kind).get(0).anchorAngstrom())
              .isCloseTo(change.apply(slab).slab().outermostAngstrom(side), within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,0,1,2,2", "2,1,0,3,6", "3,0,1,2,6", "2,-1,1,3,7"})
  void pristineIsThreeInRectangularAndSlantedCells(int a, int b, int c, int d, int cells) {
    for (String phase : List.of("2H", "1T")) {
      SurfaceGraph graph = phase(phase).supercell(a, b, c, d).graph(Side.TOP);
      assertThat(counts(graph)).containsExactly(cells, cells, 3 * cells);
      assertThat(orbits(graph))
          .containsExactly(List.of(cells), List.of(cells), List.of(3 * cells), List.of(3 * cells));
    }
  }

  @Test
  void aRectangularCellOfTheDopedSlabHasTwiceTheSites() {
    SurfaceGraph graph = DOPED.supercell(1, 0, 1, 2).graph(Side.TOP);
    assertThat(orbits(graph))
        .containsExactly(
            List.of(2, 2, 2, 12),
            List.of(6, 6, 6),
            List.of(6, 6, 6, 12, 12, 12),
            List.of(6, 6, 6, 12, 12, 12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void smallNoiseKeepsThirteenAndLargeNoiseMakesAllUnique(long seed) {
    assertThat(orbits(DOPED.noisy(0.005, seed).graph(Side.TOP)))
        .isEqualTo(orbits(DOPED.graph(Side.TOP)));
    assertThat(uniqueCounts(DOPED.noisy(0.2, seed).graph(Side.TOP))).containsExactly(9, 9, 27);
    assertThat(uniqueCounts(DOPED.noisy(0.2, seed).graph(Side.BOTTOM))).containsExactly(9, 9, 27);
    SurfaceGraph pristine =
        TestSlabs.twoH(Mo, S).supercell(4, 3).noisy(0.005, seed).graph(Side.TOP);
    assertThat(uniqueCounts(pristine)).containsExactly(1, 1, 1);
  }

  @Test
  void theOtherSideBreaksSymmetryToo() {
    TestSlabs slab = TestSlabs.twoH(Mo, S).supercell(3, 3);
    int bottom = bottomChalcogen(slab);
    SurfaceGraph graph = slab.replaced(S, bottom, Se).graph(Side.TOP);
    assertThat(orbits(graph).get(0)).containsExactly(3, 3, 3);
    assertThat(orbits(graph).get(1)).containsExactly(3, 3, 3);
  }

  private static int bottomChalcogen(TestSlabs slab) {
    List<Atom> chalcogens =
        slab.structure().atoms().stream().filter(atom -> atom.element() == S).toList();
    for (int i = 0; i < chalcogens.size(); i++) {
      if (chalcogens.get(i).fc() < 0.5) {
        return i;
      }
    }
    throw new AssertionError("no chalcogen below the middle");
  }

  @Test
  void idsFollowVThenU() {
    SurfaceGraph graph = DOPED.shifted(0.03, 0.61, 0).graph(Side.TOP);
    for (SiteKind kind : SiteKind.values()) {
      List<AdsorptionSite> sites = graph.sites(kind);
      for (int i = 0; i < sites.size(); i++) {
        AdsorptionSite site = sites.get(i);
        assertThat(site.number()).isEqualTo(i);
        assertThat(site.id()).isEqualTo(kind.name() + i);
        assertThat(site.u()).isBetween(0.0, 0.9999).isEqualTo(Math.round(site.u() * 1e4) / 1e4);
        assertThat(site.v()).isBetween(0.0, 0.9999).isEqualTo(Math.round(site.v() * 1e4) / 1e4);
        if (i > 0) {
          AdsorptionSite before = sites.get(i - 1);
          assertThat(before.v() * 10 + before.u()).isLessThan(site.v() * 10 + site.u());
        }
      }
    }
    assertThat(graph.all()).hasSize(45);
    assertThat(graph.all().get(9)).isEqualTo(graph.hollows().get(0));
    assertThat(graph.all().get(18)).isEqualTo(graph.bridges().get(0));
  }

  @Test
  void coordinatesJustBelowOneAreZero() {
    SurfaceGraph graph = TestSlabs.twoH(Mo, S).shifted(-2e-5, -2e-5, 0).graph(Side.TOP);
    AdsorptionSite top = graph.tops().get(0);
    assertThat(top.u()).isEqualTo(0.0);
    assertThat(top.v()).isEqualTo(0.0);
    assertThat(Double.doubleToRawLongBits(top.u())).isZero();
  }

  @Test
  void theNumbersOfTheOneByOneCell() {
    SurfaceGraph graph = TestSlabs.twoH(Mo, S).graph(Side.TOP);
    assertThat(graph.tops().get(0)).extracting("u", "v").containsExactly(0.0, 0.0);
    assertThat(graph.hollows().get(0)).extracting("u", "v").containsExactly(0.6667, 0.3333);
    assertThat(graph.bridges())
        .extracting(b -> List.of(b.u(), b.v()))
        .containsExactly(List.of(0.3333, 0.1667), List.of(0.8333, 0.1667), List.of(0.8333, 0.6667));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "2,2", "3,3", "4,3"})
  void everyHopJoinsItsTopThroughItsBridgeToItsHollow(int n, int m) {
    for (TestSlabs slab :
        List.of(
            TestSlabs.twoH(Mo, S).supercell(n, m).shifted(0.31, 0.87, 0),
            TestSlabs.oneT(Ti, Se).supercell(n, m).supercell(1, 0, 1, 1))) {
      SurfaceGraph graph = slab.graph(Side.BOTTOM);
      Map<Integer, Integer> atTop = new HashMap<>();
      Map<Integer, Integer> atHollow = new HashMap<>();
      for (Hop hop : graph.hops()) {
        AdsorptionSite top = graph.tops().get(hop.top());
        AdsorptionSite hollow = graph.hollows().get(hop.hollow());
        AdsorptionSite bridge = graph.bridges().get(hop.number());
        double du = hollow.u() + hop.du() - top.u();
        double dv = hollow.v() + hop.dv() - top.v();
        double[] step = slab.structure().lattice().cartesian(du, dv, 0);
        assertThat(Math.sqrt(Lattice.dot(step, step)))
            .isCloseTo(TestSlabs.A / Math.sqrt(3), within(5e-3));
        assertThat(Math.IEEEremainder(top.u() + du / 2 - bridge.u(), 1)).isCloseTo(0, within(2e-4));
        assertThat(Math.IEEEremainder(top.v() + dv / 2 - bridge.v(), 1)).isCloseTo(0, within(2e-4));
        atTop.merge(hop.top(), 1, Integer::sum);
        atHollow.merge(hop.hollow(), 1, Integer::sum);
      }
      assertThat(atTop.values()).hasSize(n * m).containsOnly(3);
      assertThat(atHollow.values()).hasSize(n * m).containsOnly(3);
      assertThat(graph.hops()).doesNotHaveDuplicates();
    }
  }
}
