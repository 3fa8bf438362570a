package io.github.epdi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths over the hops of an ideal slab, and over two atoms whose path is known by symmetry. */
class IdppPathTest {
  private static final TestSlabs SLAB = TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3);
  private static final SurfaceGraph GRAPH = SLAB.graph(Side.TOP);

  private static IdppPath over(Hop hop) {
    BareSurface surface = new BareSurface(SLAB.structure(), Side.TOP);
    AdsorptionSite top = GRAPH.tops().get(hop.top());
    AdsorptionSite hollow = GRAPH.hollows().get(hop.hollow());
    return new IdppPath(
        SLAB.structure(), surface.place(top, 0, 0), surface.place(hollow, hop.du(), hop.dv()));
  }

  @Test
  void endsAreKeptAndDistancesComeNearerToTheInterpolatedOnes() {
    for (Hop hop : GRAPH.hops()) {
      IdppPath path = over(hop);
      List<double[]> straight = path.straight(5);
      List<double[]> images = path.images(5);

      assertThat(images).hasSize(7);
      assertThat(images.get(0)).containsExactly(straight.get(0));
      assertThat(images.get(6)).containsExactly(straight.get(6));
      assertThat(path.mismatch(images)).isLessThan(0.7 * path.mismatch(straight));
    }
  }

  @Test
  void theIonRisesOverTheBridgeAndImagesAreEvenlySpaced() {
    List<double[]> images = over(GRAPH.hops().get(0)).images(5);
    double highest = images.get(3)[2];
    assertThat(highest).isGreaterThan(images.get(0)[2] + 0.02);
    assertThat(highest).isLessThan(images.get(0)[2] + 0.6);
    double first = distance(images.get(0), images.get(1));
    for (int i = 1; i < 6; i++) {
      assertThat(distance(images.get(i), images.get(i + 1))).isCloseTo(first, within(0.03));
    }
  }

  /** Two atoms, and an ion that passes between them: the middle image lies on the mirror plane. */
  @Test
  void aSymmetricPathStaysSymmetric() {
    CrystalStructure two =
        new CrystalStructure(
            TestSlabs.twoH(Element.Mo, Element.S).supercell(4, 4).structure().lattice(),
            List.of(new Atom(Element.S, 0.5, 0.5, 0.4), new Atom(Element.S, 0.6, 0.6, 0.4)));
    double[] middle = two.lattice().cartesian(0.55, 0.55, 0.4);
    double[] along = two.lattice().cartesian(0.15, -0.15, 0);
    double[] start = new double[3];
    double[] end = new double[3];
    for (int x = 0; x < 3; x++) {
      start[x] = middle[x] - along[x];
      end[x] = middle[x] + along[x];
    }
    start[2] += 1.5;
    end[2] += 1.5;

    List<double[]> images = new IdppPath(two, start, end).images(4);

    for (int i = 0; i < images.size(); i++) {
      double[] one = images.get(i);
      double[] other = images.get(images.size() - 1 - i);
      assertThat(one[0] - middle[0]).isCloseTo(middle[0] - other[0], within(1e-4));
      assertThat(one[1] - middle[1]).isCloseTo(middle[1] - other[1], within(1e-4));
      assertThat(one[2]).isCloseTo(other[2], within(1e-4));
    }
  }

  /** An ion over a cell of one formula unit sees copies of the same atoms on all sides. */
  @Test
  void theSmallestCellGivesThePathOfTheLargeOne() {
    TestSlabs small = TestSlabs.twoH(Element.Mo, Element.S);
    BareSurface large = new BareSurface(SLAB.structure(), Side.TOP);
    Hop hop = GRAPH.hops().get(0);
    double[] start = large.place(GRAPH.tops().get(hop.top()), 0, 0);
    double[] end = large.place(GRAPH.hollows().get(hop.hollow()), hop.du(), hop.dv());

    List<double[]> one = new IdppPath(small.structure(), start, end).images(3);
    List<double[]> other = new IdppPath(SLAB.structure(), start, end).images(3);

    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i)).containsExactly(other.get(i), within(1e-6));
    }
  }

  private static double distance(double[] one, double[] other) {
    return Math.sqrt(
        Math.pow(one[0] - other[0], 2)
            + Math.pow(one[1] - other[1], 2)
            + Math.pow(one[2] - other[2], 2));
  }
}
