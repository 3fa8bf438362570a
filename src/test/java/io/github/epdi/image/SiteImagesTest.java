package io.github.epdi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.image.Frame.Handedness;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SiteImagesTest {
  private static final ImageSpec SPEC = ImageSpec.ofColormap(Colormap.VIRIDIS, 32);

  /** Cells that a slab may come in: skewed, left-handed, c tilted, turned in space. */
  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of("orthogonal", new double[][] {{9, 0, 0}, {0, 10, 0}, {0, 0, 16}}),
        Arguments.of("hexagonal 120", new double[][] {{9.5, 0, 0}, {-4.75, 8.227, 0}, {0, 0, 16}}),
        Arguments.of("hexagonal 60", new double[][] {{9.5, 0, 0}, {4.75, 8.227, 0}, {0, 0, 16}}),
        Arguments.of("left-handed", new double[][] {{9.5, 0, 0}, {4.75, -8.227, 0}, {0, 0, 16}}),
        Arguments.of("c down", new double[][] {{9.5, 0, 0}, {4.75, 8.227, 0}, {0, 0, -16}}),
        Arguments.of("tilted c", new double[][] {{9.5, 0, 0}, {-4.75, 8.227, 0}, {2.5, 1.5, 16}}),
        Arguments.of("turned", new double[][] {{0, 9, 1}, {2, 1, 8.5}, {-15, 1, 1}}),
        Arguments.of("long and skewed", new double[][] {{3.2, 0, 0}, {14, 12, 0}, {0, 0, 16}}));
  }

  /**
   * The oracle: a pixel is where the definition says, in Cartesian coordinates, and the value there
   * is the product of one-dimensional Catmull-Rom splines over all 64 neighbours.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void everyPixelIsTheTricubicValueAtItsPlace(String name, double[][] cell) {
    PotentialGrid grid = noise(cell, 17, 19, 23);
    Readings.TwoSides reading = Readings.of(grid, 4.25, -0.5);
    List<Frame> frames =
        List.of(
            Frame.NATIVE,
            new Frame(0.7, Handedness.NATIVE),
            new Frame(-2.1, Handedness.MIRRORED),
            new Frame(0, Handedness.MIRRORED));
    for (Side side : Side.values()) {
      double level = side == Side.TOP ? 4.25 : -0.5;
      AdsorptionSite site = Readings.site(0.9371, 0.0212, side == Side.TOP ? 6.1 : -2.9);
      SiteImages images = new SiteImages(reading.potential(side), SPEC);
      for (Frame frame : frames) {
        double[] sampled = images.potential(site, frame, 1.5);
        for (int pixel = 0; pixel < sampled.length; pixel += 37) {
          double expected =
              tricubic(grid, place(grid.lattice(), side, site, frame, pixel / 32, pixel % 32))
                  - level;
          assertThat(sampled[pixel])
              .as("%s side, pixel %d of %s", side, pixel, frame)
              .isCloseTo(expected, within(1e-9));
        }
      }
    }
  }

  @Test
  void aTranslationByWholeGridStepsChangesNothing() {
    double[][] cell = {{9.5, 0, 0}, {-4.75, 8.227, 0}, {0.3, 0.2, 16}};
    PotentialGrid grid = noise(cell, 20, 25, 16);
    AdsorptionSite site = Readings.site(0.15, 0.6, 5.3);
    double[] before =
        new SiteImages(Readings.of(grid, 1, 1).potential(Side.TOP), SPEC)
            .potential(site, Frame.NATIVE, 1.5);
    int di = 13;
    int dj = 7;
    int dk = 11;
    double[][] moved = new double[16][20 * 25];
    for (int k = 0; k < 16; k++) {
      for (int j = 0; j < 25; j++) {
        for (int i = 0; i < 20; i++) {
          moved[(k + dk) % 16][(j + dj) % 25 * 20 + (i + di) % 20] = grid.plane(k)[j * 20 + i];
        }
      }
    }
    // A step along the tilted c moves the site sideways too, by the lateral part of c.
    double[] c = grid.lattice().vector(2);
    double[] sideways = grid.lattice().fractional(c[0], c[1], 0);
    AdsorptionSite there =
        Readings.site(
            wrap(0.15 + di / 20.0 + sideways[0] * dk / 16),
            wrap(0.6 + dj / 25.0 + sideways[1] * dk / 16),
            5.3 + 16.0 * dk / 16);
    PotentialGrid movedGrid = new PotentialGrid(grid.lattice(), 20, 25, moved);
    double[] after =
        new SiteImages(Readings.of(movedGrid, 1, 1).potential(Side.TOP), SPEC)
            .potential(there, Frame.NATIVE, 1.5);
    assertThat(after).containsExactly(before, within(2e-12));
  }

  @ParameterizedTest(name = "axis {0}, {1} points per wavelength")
  @CsvSource({
    "0, 8, 0.0093", "1, 8, 0.0093", "2, 8, 0.0093",
    "0, 16, 0.00102", "1, 16, 0.00102", "2, 16, 0.00102"
  })
  void aPlaneWaveIsFollowed(int axis, int pointsPerWavelength, double tolerance) {
    double spacing = 0.25;
    double k = 2 * Math.PI / (pointsPerWavelength * spacing);
    double length = 48 * spacing;
    PotentialGrid grid =
        Readings.grid(
            new double[][] {{length, 0, 0}, {0, length, 0}, {0, 0, length}},
            48,
            48,
            48,
            (x, y, z) -> Math.cos(k * (axis == 0 ? x : axis == 1 ? y : z)));
    SiteImages images = new SiteImages(Readings.of(grid, 0, 0).potential(Side.TOP), SPEC);
    double worst = 0;
    for (int step = 0; step < 40; step++) {
      AdsorptionSite site = Readings.site(0.137, 0.71, 3 + step * 0.0171);
      double[] sampled = images.potential(site, Frame.NATIVE, 1.5);
      for (int pixel = 0; pixel < sampled.length; pixel++) {
        double x = 0.137 * length + (pixel % 32 + 0.5 - 16) * 8 / 32;
        double y = 0.71 * length + (16 - pixel / 32 - 0.5) * 8 / 32;
        double z = 4.5 + step * 0.0171;
        double exact = Math.cos(k * (axis == 0 ? x : axis == 1 ? y : z));
        worst = Math.max(worst, Math.abs(sampled[pixel] - exact));
      }
    }
    assertThat(worst).isLessThanOrEqualTo(tolerance).isGreaterThan(tolerance / 3);
  }

  @Test
  void rowsRunDownFromPlusYAndColumnsAlongA() {
    double[][] cell = {{16, 0, 0}, {0, 16, 0}, {0, 0, 16}};
    // Rises along +x and, four times as fast, along +y around the middle of the cell.
    PotentialGrid grid =
        Readings.grid(cell, 64, 64, 16, (x, y, z) -> wrapAround(x - 8) + 4 * wrapAround(y - 8));
    AdsorptionSite site = Readings.site(0.5, 0.5, 5);
    double[] top =
        new SiteImages(Readings.of(grid, 0, 0).potential(Side.TOP), SPEC)
            .potential(site, Frame.NATIVE, 1.5);
    assertThat(top[0]).isCloseTo(-3.875 + 4 * 3.875, within(1e-9));
    assertThat(top[31]).isCloseTo(3.875 + 4 * 3.875, within(1e-9));
    assertThat(top[31 * 32]).isCloseTo(-3.875 - 4 * 3.875, within(1e-9));
    double[] bottom =
        new SiteImages(Readings.of(grid, 0, 0).potential(Side.BOTTOM), SPEC)
            .potential(Readings.site(0.5, 0.5, -5), Frame.NATIVE, 1.5);
    assertThat(bottom[0])
        .as("seen from below, y is reversed")
        .isCloseTo(top[31 * 32], within(1e-9));
  }

  @Test
  void onlyTheFourPlanesAroundAHeightAreNeeded() {
    double[][] cell = {{9, 0, 0}, {0, 10, 0}, {0, 0, 16}};
    PotentialGrid whole = noise(cell, 12, 12, 32);
    double[][] planes = new double[32][];
    for (int k = 12; k <= 15; k++) {
      planes[k] = whole.plane(k);
    }
    Readings.TwoSides reading =
        Readings.of(new PotentialGrid(whole.lattice(), 12, 12, planes), 0, 0);
    SiteImages images = new SiteImages(reading.potential(Side.TOP), SPEC);
    double between = 13.4 * 0.5 - 1.5;
    assertThat(images.potential(Readings.site(0, 0, between), Frame.NATIVE, 1.5))
        .containsExactly(
            new SiteImages(Readings.of(whole, 0, 0).potential(Side.TOP), SPEC)
                .potential(Readings.site(0, 0, between), Frame.NATIVE, 1.5));
    assertThatThrownBy(() -> images.potential(Readings.site(0, 0, between), Frame.NATIVE, 2.5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Cannot use plane 16");
  }

  @Test
  void colormapEncodingNormalisesEightBitColoursAndReportsClipping() {
    double[][] cell = {{16, 0, 0}, {0, 16, 0}, {0, 0, 16}};
    PotentialGrid grid = Readings.grid(cell, 64, 64, 16, (x, y, z) -> 3 + wrapAround(x - 8));
    Readings.TwoSides reading = Readings.of(grid, 3, 3);
    float[] out = new float[7 + SPEC.length()];
    double clipped =
        new SiteImages(reading.potential(Side.TOP), SPEC)
            .render(Readings.site(0.5, 0.5, 5), Frame.NATIVE, out, 7);
    // Columns at x = -3.875, -3.625 ... 3.875; inside of [-2, 0.5] are -1.875 to 0.375: 10 of 32.
    assertThat(clipped).isEqualTo(22 / 32.0);
    assertThat(out[0]).isZero();
    int entry = (int) (256 * ((-1.875 + 2) / 2.5));
    int rgb = Colormap.VIRIDIS.rgb(entry);
    int plane = 32 * 32;
    assertThat(out[7 + 8]).isEqualTo((float) (((rgb >> 16) / 255.0 - 0.485) / 0.229));
    assertThat(out[7 + plane + 8]).isEqualTo((float) (((rgb >> 8 & 255) / 255.0 - 0.456) / 0.224));
    assertThat(out[7 + 2 * plane + 8]).isEqualTo((float) (((rgb & 255) / 255.0 - 0.406) / 0.225));
    assertThat(out[7]).as("clipped to entry 0").isEqualTo((float) ((68 / 255.0 - 0.485) / 0.229));
  }

  @Test
  void planesEncodingHasOneHeightAChannel() {
    PotentialGrid grid = noise(new double[][] {{9, 0, 0}, {0, 10, 0}, {0, 0, 16}}, 18, 20, 32);
    ImageSpec spec = ImageSpec.ofPlanes(24, List.of(-0.1, 0.2, 0.3), List.of(0.5, 2.0, 4.0));
    SiteImages images = new SiteImages(Readings.of(grid, 0.7, 0).potential(Side.TOP), spec);
    AdsorptionSite site = Readings.site(0.3, 0.4, 5);
    float[] out = new float[spec.length()];
    assertThat(images.render(site, Frame.NATIVE, out, 0)).isZero();
    double[] upper = images.potential(site, Frame.NATIVE, 2.0);
    for (int i = 0; i < upper.length; i++) {
      assertThat(out[2 * upper.length + i]).isEqualTo((float) ((upper[i] - 0.3) / 4.0));
    }
  }

  private static PotentialGrid noise(double[][] cell, int nx, int ny, int nz) {
    Random random = new Random(5);
    return Readings.grid(cell, nx, ny, nz, (x, y, z) -> random.nextGaussian());
  }

  private static double wrap(double fraction) {
    return fraction - Math.floor(fraction);
  }

  private static double wrapAround(double x) {
    return x - 16 * Math.floor(x / 16 + 0.5);
  }

  private static double[] place(
      Lattice lattice, Side side, AdsorptionSite site, Frame frame, int row, int column) {
    double[] n = lattice.topNormal();
    double[] a = lattice.vector(0);
    double norm = Math.hypot(Math.hypot(a[0], a[1]), a[2]);
    double[] ex = {a[0] / norm, a[1] / norm, a[2] / norm};
    double s = side.sign();
    double[] ey = {
      s * (n[1] * ex[2] - n[2] * ex[1]),
      s * (n[2] * ex[0] - n[0] * ex[2]),
      s * (n[0] * ex[1] - n[1] * ex[0])
    };
    double px = (column + 0.5 - 16) * 8 / 32;
    double py = (16 - row - 0.5) * 8 / 32;
    if (frame.handedness() == Handedness.MIRRORED) {
      py = -py;
    }
    double cos = Math.cos(frame.angleRadians());
    double sin = Math.sin(frame.angleRadians());
    double x = px * cos - py * sin;
    double y = px * sin + py * cos;
    double[] r = lattice.cartesian(site.u(), site.v(), 0);
    for (int i = 0; i < 3; i++) {
      r[i] += x * ex[i] + y * ey[i] + s * n[i] * (site.anchorAngstrom() + 1.5);
    }
    return lattice.fractional(r[0], r[1], r[2]);
  }

  private static double tricubic(PotentialGrid grid, double[] fractional) {
    int[] n = {grid.nx(), grid.ny(), grid.nz()};
    double sum = 0;
    for (int k = -1; k <= 2; k++) {
      for (int j = -1; j <= 2; j++) {
        for (int i = -1; i <= 2; i++) {
          int[] d = {i, j, k};
          int[] index = new int[3];
          double weight = 1;
          for (int axis = 0; axis < 3; axis++) {
            double at = fractional[axis] * n[axis];
            double base = Math.floor(at);
            index[axis] = Math.floorMod((int) base + d[axis], n[axis]);
            weight *= keys(at - base - d[axis]);
          }
          sum += weight * grid.plane(index[2])[index[1] * n[0] + index[0]];
        }
      }
    }
    return sum;
  }

  /** Keys' cubic convolution kernel with a = -1/2, as published (IEEE ASSP-29, 1981). */
  private static double keys(double s) {
    double d = Math.abs(s);
    if (d < 1) {
      return 1.5 * d * d * d - 2.5 * d * d + 1;
    }
    return d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
  }
}
