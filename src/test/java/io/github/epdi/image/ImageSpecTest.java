package io.github.epdi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSpecTest {
  private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);
  private static final List<Double> HEIGHT = List.of(1.5);

  @Test
  void defaultsAreTheConventions() {
    ImageSpec spec = ImageSpec.ofColormap(Colormap.VIRIDIS, 224);
    assertThat(spec.windowAngstrom()).isEqualTo(8);
    assertThat(spec.heightsAngstrom()).containsExactly(1.5);
    assertThat(spec.vminEv()).isEqualTo(-2.0);
    assertThat(spec.vmaxEv()).isEqualTo(0.5);
    assertThat(spec.length()).isEqualTo(3 * 224 * 224);
    assertThat(ImageSpec.ofPlanes(96, ZEROS, ONES).heightsAngstrom())
        .containsExactly(1.0, 1.5, 2.0);
  }

  @Test
  void whatCannotBeAnImageIsSaid() {
    says(null, null, HEIGHT, 8, 96, -2, 0.5, ONES, "encoding: expected colormap or planes");
    says(Encoding.COLORMAP, null, HEIGHT, 8, 96, -2, 0.5, ONES, "colormap: expected a map's name");
    says(mapped(), viridis(), HEIGHT, 8, 96, 0.5, 0.5, ONES, "found 0.5 and 0.5");
    says(mapped(), viridis(), HEIGHT, 8, 96, Double.NaN, 0.5, ONES, "vmin and vmax: expected 2");
    says(mapped(), viridis(), List.of(1.0, 2.0), 8, 96, -2, 0.5, ONES, "found [1.0, 2.0]");
    says(mapped(), viridis(), List.of(-1.0), 8, 96, -2, 0.5, ONES, "expected 1 positive number");
    says(mapped(), viridis(), HEIGHT, 0, 96, -2, 0.5, ONES, "window in Angstrom: expected above 0");
    says(mapped(), viridis(), HEIGHT, 8, 0, -2, 0.5, ONES, "pixels: expected 1 to 4096, found 0");
    says(mapped(), viridis(), HEIGHT, 8, 96, -2, 0.5, ZEROS, "std: expected 3 positive numbers");
    says(Encoding.PLANES, viridis(), HEIGHT, 8, 96, -2, 0.5, ONES, "none for encoding planes");
    says(Encoding.PLANES, null, HEIGHT, 8, 96, -2, 0.5, ONES, "expected 3 positive numbers");
  }

  private static Encoding mapped() {
    return Encoding.COLORMAP;
  }

  private static Colormap viridis() {
    return Colormap.VIRIDIS;
  }

  private static void says(
      Encoding encoding,
      Colormap map,
      List<Double> heights,
      double window,
      int pixels,
      double vmin,
      double vmax,
      List<Double> std,
      String text) {
    assertThatThrownBy(
            () -> new ImageSpec(encoding, map, heights, window, pixels, vmin, vmax, ZEROS, std))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot use image spec, ")
        .hasMessageContaining(text);
  }
}
