package io.github.epdi.model.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainedDomainTest {
  private static List<SiteDescriptors> sites(List<LabelledDescriptors> rows, String material) {
    return rows.stream()
        .filter(row -> row.materialId().equals(material))
        .map(LabelledDescriptors::site)
        .toList();
  }

  private static List<String> flags(TrainedDomain domain, List<SiteDescriptors> sites) {
    return sites.stream()
        .flatMap(site -> domain.doubts(site).stream())
        .map(Doubt::flag)
        .distinct()
        .toList();
  }

  @Test
  void whatWasTrainedOnIsInside() throws IOException {
    List<LabelledDescriptors> rows = DescribedLabels.labels();
    assertThat(
            flags(new TrainedDomain(rows), rows.stream().map(LabelledDescriptors::site).toList()))
        .isEmpty();
  }

  /** Otherwise nobody would look at the flags. */
  @Test
  void fewMaterialsThatAreLeftOutAreOutside() throws IOException {
    List<LabelledDescriptors> rows = DescribedLabels.labels();
    List<String> outside = new ArrayList<>();
    for (String material : rows.stream().map(LabelledDescriptors::materialId).distinct().toList()) {
      TrainedDomain others =
          new TrainedDomain(
              rows.stream().filter(row -> !row.materialId().equals(material)).toList());
      if (!flags(others, sites(rows, material)).isEmpty()) {
        outside.add(material);
      }
    }
    assertThat(outside).containsExactly("MoSe2-Nb", "TiS2-Zr", "WS2-Re", "ZrSe2-pristine");
  }

  @ParameterizedTest
  @CsvSource({
    "ELECTRON_AFFINITY_EV, -2, electron_affinity_outside_training",
    "WORK_FUNCTION_EV, 3, work_function_outside_training",
    "METAL_SPACING_ANGSTROM, 1.0, metal_layer_outside_training",
    "ESP_15_EV, 1.5, potential_outside_training",
    "ESP_ROUGHNESS_EV, 1.5, potential_outside_training"
  })
  void whatIsFarFromAllIsNamed(Descriptor descriptor, double shift, String flag)
      throws IOException {
    List<LabelledDescriptors> rows = DescribedLabels.labels();
    SiteDescriptors known = sites(rows, "MoS2-pristine").get(0);
    double[] values = known.values();
    values[descriptor.ordinal()] += shift;
    TrainedDomain domain = new TrainedDomain(rows);
    SiteDescriptors odd = new SiteDescriptors(known.kind(), values);
    assertThat(flags(domain, List.of(known, odd))).containsExactly(flag);
    assertThat(domain.doubts(odd)).allMatch(doubt -> doubt.reason().contains("of the training's"));
  }
}
