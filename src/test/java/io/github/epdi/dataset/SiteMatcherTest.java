package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SiteMatcherTest {
  /** A hexagonal 1x1 cell of 3.2 Angstrom. */
  private static final Lattice CELL =
      Lattice.of(new double[][] {{3.2, 0, 0}, {-1.6, 1.6 * Math.sqrt(3), 0}, {0.4, 0, 16}});

  private static final AdsorptionSite T0 = site(SiteKind.T, 0, 0, 0, "T0");
  private static final AdsorptionSite H0 = site(SiteKind.H, 0, 2 / 3.0, 1 / 3.0, "H0");
  private static final AdsorptionSite B0 = site(SiteKind.B, 0, 0.8333, 0.1667, "B0");
  private static final AdsorptionSite B1 = site(SiteKind.B, 1, 0.3333, 0.1667, "B0");
  private static final AdsorptionSite B2 = site(SiteKind.B, 2, 0.8333, 0.6667, "B0");
  private static final SurfaceGraph GRAPH =
      new SurfaceGraph(
          Side.TOP, List.of(T0), List.of(H0), List.of(B0, B1, B2), List.of(), List.of(), 3.2);
  private static final SiteMatcher MATCHER = new SiteMatcher(CELL, GRAPH);

  @Property(tries = 200)
  void anyPeriodicImageWithinReach(
      @ForAll @IntRange(min = -3, max = 3) int i,
      @ForAll @IntRange(min = -3, max = 3) int j,
      @ForAll @DoubleRange(max = 0.29) double distance,
      @ForAll @DoubleRange(max = 6.3) double angle,
      @ForAll @IntRange(max = 4) int which) {
    AdsorptionSite site = List.of(T0, H0, B0, B1, B2).get(which);
    double[] shift = CELL.fractional(distance * Math.cos(angle), distance * Math.sin(angle), 0);
    SiteMatch match =
        MATCHER.match(label(site.kind(), site.u() + i + shift[0], site.v() + j + shift[1]));
    assertThat(match.problem()).isNull();
    assertThat(match.site()).isEqualTo(site);
    assertThat(match.representative().id()).isEqualTo(site.representative());
  }

  @Test
  void tooFarFromAll() {
    double[] shift = CELL.fractional(0, 0.31, 0);
    SiteMatch match = MATCHER.match(label(null, 1 - shift[0], -shift[1]));
    assertThat(match.isMatched()).isFalse();
    assertThat(match.problem())
        .startsWith("Cannot use label of row 7, MoS2 T00 at (")
        .endsWith("): expected a site within 0.3 Angstrom, found T0 at 0.310 Angstrom");
  }

  @Test
  void anotherKind() {
    assertThat(MATCHER.match(label(SiteKind.H, 0, 0)).problem())
        .isEqualTo(
            "Cannot use label of row 7, MoS2 T00 at (0.000000, 0.000000): expected a site of kind"
                + " H within 0.3 Angstrom, found T0 at 0.000 Angstrom");
  }

  @Test
  void nearSeveral() {
    AdsorptionSite near = site(SiteKind.B, 0, 0.05, 0, "B0");
    SurfaceGraph crowded =
        new SurfaceGraph(
            Side.TOP, List.of(T0), List.of(H0), List.of(near), List.of(), List.of(), 3.2);
    assertThat(new SiteMatcher(CELL, crowded).match(label(null, 0.02, 0)).problem())
        .endsWith("expected one site within 0.3 Angstrom, found T0, B0");
  }

  private static AdsorptionSite site(
      SiteKind kind, int number, double u, double v, String representative) {
    return new AdsorptionSite(kind, number, u, v, 10, representative, kind == SiteKind.B ? 3 : 1);
  }

  private static Label label(SiteKind kind, double fracA, double fracB) {
    return new Label(7, "MoS2", "T00", kind, fracA, fracB, -2);
  }
}
