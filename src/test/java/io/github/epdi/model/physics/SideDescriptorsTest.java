package io.github.epdi.model.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.LocalFields;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptors of our own DFT slabs are those that an independent program works out. */
class SideDescriptorsTest {
  private final GridFiles files = new GridFiles(new Configuration(false));

  @ParameterizedTest
  @ValueSource(strings = {"MoS2-pristine", "HfS2-Ti", "NbS2-Ti", "WS2-V"})
  void areThoseOfAnIndependentProgram(String material) throws IOException {
    GridReading.Accepted reading = read(material);
    SurfaceGraph sites = reading.graph(Side.TOP);
    Map<String, double[]> places = places(material);
    for (DescribedLabels row : DescribedLabels.read()) {
      if (row.label().materialId().equals(material)) {
        SiteDescriptors expected = row.label().site();
        SideLevels levels =
            new SideLevels(
                expected.value(Descriptor.ELECTRON_AFFINITY_EV),
                expected.value(Descriptor.WORK_FUNCTION_EV),
                null);
        AdsorptionSite site = at(sites, expected, places.get(row.siteId()));
        SiteDescriptors found = new SideDescriptors(reading, Side.TOP, levels).of(site);
        for (Descriptor descriptor : Descriptor.values()) {
          assertThat(found.value(descriptor))
              .as("%s of %s %s", descriptor.label(), material, row.siteId())
              .isCloseTo(expected.value(descriptor), within(toleranceOf(descriptor)));
        }
      }
    }
  }

  /** Places of sites are rounded to 1e-4 of the cell, which counts where the potential is steep. */
  private static double toleranceOf(Descriptor descriptor) {
    return descriptor == Descriptor.ESP_AXIS_EV ? 5e-3 : 5e-4;
  }

  private static AdsorptionSite at(SurfaceGraph sites, SiteDescriptors of, double[] place) {
    return sites.sites(of.kind()).stream()
        .min(Comparator.comparingDouble(site -> distance(site, place)))
        .orElseThrow();
  }

  private static double distance(AdsorptionSite site, double[] place) {
    double du = Math.IEEEremainder(site.u() - place[0], 1);
    double dv = Math.IEEEremainder(site.v() - place[1], 1);
    return du * du + dv * dv;
  }

  private static Map<String, double[]> places(String material) throws IOException {
    Map<String, double[]> places = new HashMap<>();
    for (String line : Files.readAllLines(SharedData.path("dft2/labels.csv"))) {
      String[] fields = line.split(",", -1);
      if (fields[0].equals(material)) {
        places.put(
            fields[3], new double[] {Double.parseDouble(fields[6]), Double.parseDouble(fields[7])});
      }
    }
    return places;
  }

  private GridReading.Accepted read(String material) {
    ReadingRequest request =
        new ReadingRequest(
            List.of(Side.TOP),
            LocalFields.HEIGHTS_ANGSTROM,
            PotentialConventions.DEFAULT,
            GridLimits.DEFAULT,
            0.05,
            ReadingRequest.Depth.STOP_AT_REJECT);
    String name = SharedData.path("dft2/" + material + ".cube.gz").toString();
    return files.read(name, request).accepted();
  }
}
