package io.github.epdi.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SharedData;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.Frame.Handedness;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Slabs know their own symmetry: where an operation of the slab maps one site to another, it maps
 * one's image, sampled in the turned or mirrored frame, to the other's.
 */
class RealSlabImagesTest {
  private static final String MOS2_3X3 = "kumagai-group__pydefect_2d--MoS2_3x3--LOCPOT";
  private static final int PIXELS = 40;
  private static final ImageSpec SPEC = ImageSpec.ofColormap(Colormap.VIRIDIS, PIXELS);

  @ParameterizedTest(name = "{0}, {1} Angstrom")
  @CsvSource({
    "dft2/MoS2-Ti.cube.gz, 1.5, 0.003",
    "dft2/MoS2-Ti.cube.gz, 1.0, 0.010",
    "dft2/WS2-Nb.cube.gz, 1.5, 0.003",
    "dft2/TiS2-V.cube.gz, 1.5, 0.003",
    "dft2/TiS2-V.cube.gz, 1.0, 0.010",
    "dft2/NbS2-pristine.cube.gz, 1.5, 0.003",
    "dft2/NbS2-pristine.cube.gz, 1.0, 0.010",
    "real-grids/" + MOS2_3X3 + ", 1.5, 0.060",
    "real-grids/" + MOS2_3X3 + ", 1.0, 0.060"
  })
  void pointOperationsMapImagesToImages(String file, double height, double tolerance) {
    GridReading.Accepted reading = read(file);
    for (Side side : Side.values()) {
      SurfaceGraph graph = reading.graph(side);
      List<AdsorptionSite> sites = graph.all();
      SiteImages images = new SiteImages(reading.potential(side), SPEC);
      Map<AdsorptionSite, double[]> untouched =
          sites.stream()
              .collect(
                  Collectors.toMap(
                      site -> site, site -> images.potential(site, Frame.NATIVE, height)));
      double[] centre = rarestMetal(reading);
      int mapped = 0;
      for (Frame operation : threefoldWithMirrors()) {
        for (AdsorptionSite site : sites) {
          double[] there = moved(reading, side, site, centre, operation);
          AdsorptionSite image = siteAt(reading, sites, there);
          assertThat(image).as("%s under %s", site.id(), operation).isNotNull();
          assertThat(image.representative()).isEqualTo(site.representative());
          double[] seen = images.potential(exactly(image, there), operation, height);
          assertThat(largestDifference(seen, untouched.get(site)))
              .as("%s %s under %s is %s", side, site.id(), operation, image.id())
              .isLessThanOrEqualTo(tolerance);
          mapped++;
        }
      }
      assertThat(mapped).isEqualTo(6 * 45);
    }
  }

  @ParameterizedTest
  @CsvSource({"MoS2-pristine", "WS2-pristine", "NbS2-pristine"})
  void prismaticSlabsLookFromBelowLikeFromAboveWithRowsReversed(String material) {
    GridReading.Accepted reading = read("dft2/" + material + ".cube.gz");
    SiteImages top = new SiteImages(reading.potential(Side.TOP), SPEC);
    SiteImages bottom = new SiteImages(reading.potential(Side.BOTTOM), SPEC);
    List<AdsorptionSite> below = reading.graph(Side.BOTTOM).all();
    for (AdsorptionSite site : reading.graph(Side.TOP).all()) {
      AdsorptionSite same = siteAt(reading, below, new double[] {site.u(), site.v()});
      assertThat(same).as(site.id()).isNotNull();
      assertThat(same.kind()).isEqualTo(site.kind());
      double[] above = top.potential(site, Frame.NATIVE, 1.5);
      double[] reversed = new double[above.length];
      for (int r = 0; r < PIXELS; r++) {
        System.arraycopy(above, r * PIXELS, reversed, (PIXELS - 1 - r) * PIXELS, PIXELS);
      }
      assertThat(largestDifference(bottom.potential(same, Frame.NATIVE, 1.5), reversed))
          .isLessThanOrEqualTo(0.003);
    }
  }

  @Test
  void octahedralSlabsLookFromBelowLikeFromAboveWithColumnsReversedAtTheInvertedSite() {
    GridReading.Accepted reading = read("dft2/TiS2-pristine.cube.gz");
    SiteImages top = new SiteImages(reading.potential(Side.TOP), SPEC);
    SiteImages bottom = new SiteImages(reading.potential(Side.BOTTOM), SPEC);
    double[] centre = rarestMetal(reading);
    List<AdsorptionSite> below = reading.graph(Side.BOTTOM).all();
    for (AdsorptionSite site : reading.graph(Side.TOP).all()) {
      double[] inverted = {2 * centre[0] - site.u(), 2 * centre[1] - site.v()};
      AdsorptionSite there = siteAt(reading, below, inverted);
      assertThat(there).as(site.id()).isNotNull();
      assertThat(there.kind()).isEqualTo(site.kind());
      double[] above = top.potential(site, Frame.NATIVE, 1.5);
      double[] reversed = new double[above.length];
      for (int i = 0; i < above.length; i++) {
        reversed[i / PIXELS * PIXELS + PIXELS - 1 - i % PIXELS] = above[i];
      }
      assertThat(largestDifference(bottom.potential(there, Frame.NATIVE, 1.5), reversed))
          .isLessThanOrEqualTo(0.003);
    }
  }

  @Test
  void potentialsAreRelativeToTheSidesVacuum() {
    GridReading.Accepted reading = read("dft2/MoS2-pristine.cube.gz");
    AdsorptionSite hollow = reading.graph(Side.TOP).sites(SiteKind.H).get(0);
    SiteImages images = new SiteImages(reading.potential(Side.TOP), SPEC);
    double near = mean(images.potential(hollow, Frame.NATIVE, 1.0));
    double middle = mean(images.potential(hollow, Frame.NATIVE, 1.5));
    double far = mean(images.potential(hollow, Frame.NATIVE, 2.0));
    assertThat(near).isLessThan(middle);
    assertThat(middle).isLessThan(far);
    assertThat(far).isNegative().isGreaterThan(-0.3);
  }

  /** The site at an unrounded place: 1e-4 of a cell is some meV on the flank of a chalcogen. */
  private static AdsorptionSite exactly(AdsorptionSite site, double[] uv) {
    return new AdsorptionSite(
        site.kind(),
        site.number(),
        uv[0],
        uv[1],
        site.anchorAngstrom(),
        site.representative(),
        site.multiplicity());
  }

  private static double largestDifference(double[] one, double[] other) {
    assertThat(one).hasSameSizeAs(other);
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]));
    }
    return largest;
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static GridReading.Accepted read(String name) {
    GridReading reading =
        new GridFiles(new Configuration())
            .read(
                SharedData.path(name).toString(),
                new ReadingRequest(
                    List.of(Side.TOP, Side.BOTTOM),
                    List.of(1.0, 1.5, 2.0),
                    PotentialConventions.DEFAULT,
                    GridLimits.DEFAULT,
                    0.05,
                    ReadingRequest.Depth.STOP_AT_REJECT));
    return reading.accepted();
  }

  /** Turns by thirds, and the mirrors at right angles to a and its two equivalents. */
  private static List<Frame> threefoldWithMirrors() {
    double third = 2 * Math.PI / 3;
    return Stream.of(0, 1, 2)
        .flatMap(
            i ->
                Stream.of(
                    new Frame(i * third, Handedness.NATIVE),
                    new Frame(Math.PI + i * third, Handedness.MIRRORED)))
        .toList();
  }

  /** Lateral place of the one dopant, or of the first metal where all are alike. */
  private static double[] rarestMetal(GridReading.Accepted reading) {
    List<Atom> atoms = reading.structure().atoms();
    Map<Object, Long> counts =
        atoms.stream()
            .filter(atom -> atom.element().isLayerMetal())
            .collect(Collectors.groupingBy(Atom::element, Collectors.counting()));
    Atom rarest =
        atoms.stream()
            .filter(atom -> atom.element().isLayerMetal())
            .min((p, q) -> Long.compare(counts.get(p.element()), counts.get(q.element())))
            .orElseThrow();
    return new double[] {rarest.fa(), rarest.fb()};
  }

  /** Where an operation about a centre takes a site, as seen from its side: (u, v). */
  private static double[] moved(
      GridReading.Accepted reading,
      Side side,
      AdsorptionSite site,
      double[] centre,
      Frame operation) {
    Lattice lattice = reading.structure().lattice();
    double[] r = lattice.cartesian(site.u() - centre[0], site.v() - centre[1], 0);
    assertThat(lattice.component(0, 1)).as("a along x").isZero();
    double x = r[0];
    double y = side.sign() * r[1];
    double cos = Math.cos(operation.angleRadians());
    double sin = Math.sin(operation.angleRadians());
    double m = operation.handedness() == Handedness.MIRRORED ? -1 : 1;
    double turnedX = cos * x - m * sin * y;
    double turnedY = side.sign() * (sin * x + m * cos * y);
    double[] f = lattice.fractional(turnedX, turnedY, 0);
    return new double[] {centre[0] + f[0], centre[1] + f[1]};
  }

  private static AdsorptionSite siteAt(
      GridReading.Accepted reading, List<AdsorptionSite> sites, double[] uv) {
    Lattice lattice = reading.structure().lattice();
    for (AdsorptionSite site : sites) {
      double du = site.u() - uv[0];
      double dv = site.v() - uv[1];
      double[] d = lattice.cartesian(du - Math.rint(du), dv - Math.rint(dv), 0);
      if (Math.hypot(d[0], d[1]) < 0.05) {
        return site;
      }
    }
    return null;
  }
}
