package io.github.epdi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanLocalPotentialTest {
  private static final double[][] CELL = {{9.5, 0, 0}, {-4.75, 8.227, 0}, {0, 0, 16}};
  private static final int MATERIAL = 0;
  private static final int KIND = 4;
  private static final int U = 6;
  private static final int V = 7;
  private static final int ENERGY = 13;

  @ParameterizedTest
  @ValueSource(doubles = {0.04, 0.5, 1.5, 2.0, 3.3, 4.0})
  void isTheMeanOverTheDiscOfA224PixelWindow(double radius) {
    Random random = new Random(11);
    PotentialGrid grid = Readings.grid(CELL, 30, 28, 40, (x, y, z) -> random.nextGaussian());
    Readings.TwoSides reading = Readings.of(grid, 0.3, -0.2);
    AdsorptionSite site = Readings.site(0.21, 0.93, -4.4);
    double[] window =
        new SiteImages(reading.potential(Side.BOTTOM), ImageSpec.ofColormap(Colormap.GREY, 224))
            .potential(site, Frame.NATIVE, 1.5);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < window.length; i++) {
      double x = (i % 224 + 0.5 - 112) * 8 / 224;
      double y = (112 - i / 224 - 0.5) * 8 / 224;
      if (Math.hypot(x, y) <= radius) {
        sum += window[i];
        count++;
      }
    }
    assertThat(new MeanLocalPotential(radius, 1.5).ofSite(reading.potential(Side.BOTTOM), site))
        .isCloseTo(sum / count, within(1e-12));
  }

  @Test
  void aDiscThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new MeanLocalPotential(4.1, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot average over a disc: expected a radius from");
    assertThatThrownBy(() -> new MeanLocalPotential(1.5, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a positive height, found NaN");
  }

  /** What the set's authors found independently: r from -0.88 to -1.00 for a radius of 2. */
  @ParameterizedTest
  @ValueSource(strings = {"MoS2-Ti", "WS2-Nb", "TiS2-V"})
  void followsTheBindingEnergyWithinAMaterialAndKindOfSite(String material) throws IOException {
    GridReading.Accepted reading = read(material);
    List<AdsorptionSite> sites = reading.graph(Side.TOP).all();
    MeanLocalPotential descriptor = new MeanLocalPotential(2.0, 1.5);
    for (String kind : List.of("T", "H", "B")) {
      List<Double> descriptors = new ArrayList<>();
      List<Double> energies = new ArrayList<>();
      for (String[] label : labels(material, kind)) {
        double u = Double.parseDouble(label[U]);
        double v = Double.parseDouble(label[V]);
        AdsorptionSite site = nearest(reading.structure().lattice(), sites, u, v);
        assertThat(site.kind().name()).isEqualTo(kind);
        descriptors.add(descriptor.ofSite(reading.potential(Side.TOP), site));
        energies.add(Double.parseDouble(label[ENERGY]));
      }
      assertThat(descriptors).as("%s %s", material, kind).hasSizeGreaterThanOrEqualTo(3);
      assertThat(new PearsonsCorrelation().correlation(primitive(descriptors), primitive(energies)))
          .as("%s %s", material, kind)
          .isBetween(-1.0, -0.875);
    }
  }

  private static List<String[]> labels(String material, String kind) throws IOException {
    return Files.readAllLines(SharedData.path("dft2/labels.csv")).stream()
        .map(line -> line.split(",", -1))
        .filter(row -> row[MATERIAL].equals(material) && row[KIND].equals(kind))
        .toList();
  }

  private static AdsorptionSite nearest(
      Lattice lattice, List<AdsorptionSite> sites, double u, double v) {
    return sites.stream()
        .min(
            Comparator.comparingDouble(
                site -> {
                  double du = site.u() - u;
                  double dv = site.v() - v;
                  double[] d = lattice.cartesian(du - Math.rint(du), dv - Math.rint(dv), 0);
                  return Math.hypot(d[0], d[1]);
                }))
        .orElseThrow();
  }

  private static double[] primitive(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static GridReading.Accepted read(String material) {
    return new GridFiles(new Configuration())
        .read(
            SharedData.path("dft2/" + material + ".cube.gz").toString(),
            new ReadingRequest(
                List.of(Side.TOP),
                List.of(1.5),
                PotentialConventions.DEFAULT,
                GridLimits.DEFAULT,
                0.05,
                ReadingRequest.Depth.STOP_AT_REJECT))
        .accepted();
  }
}
