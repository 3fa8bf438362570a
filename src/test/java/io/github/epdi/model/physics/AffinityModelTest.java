package io.github.epdi.model.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.SiteKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AffinityModelTest {
  @Test
  void leftOutMaterialsArePredictedAsByAnIndependentProgram() throws IOException {
    comparesLeftOut(row -> row.label().materialId(), DescribedLabels::leftOutMaterialEv);
  }

  @Test
  void leftOutHostsArePredictedAsByAnIndependentProgram() throws IOException {
    comparesLeftOut(DescribedLabels::host, DescribedLabels::leftOutHostEv);
  }

  private static void comparesLeftOut(
      Function<DescribedLabels, String> group, ToDoubleFunction<DescribedLabels> expected)
      throws IOException {
    List<DescribedLabels> all = DescribedLabels.read();
    for (String leftOut : all.stream().map(group).distinct().toList()) {
      AffinityModel model =
          new AffinityModel(
              all.stream()
                  .filter(row -> !group.apply(row).equals(leftOut))
                  .map(DescribedLabels::label)
                  .toList());
      Map<String, List<DescribedLabels>> materials =
          all.stream()
              .filter(row -> group.apply(row).equals(leftOut))
              .collect(Collectors.groupingBy(row -> row.label().materialId()));
      for (List<DescribedLabels> sites : materials.values()) {
        double[] energies =
            model.energiesEv(sites.stream().map(row -> row.label().site()).toList());
        for (int s = 0; s < energies.length; s++) {
          assertThat(energies[s])
              .as("%s %s", sites.get(s).label().materialId(), sites.get(s).siteId())
              .isCloseTo(expected.applyAsDouble(sites.get(s)), within(1e-4));
        }
      }
    }
  }

  @Test
  void aSlabThatTakesTheElectronAtALowerLevelBindsLithiumMore() throws IOException {
    AffinityModel model = new AffinityModel(DescribedLabels.labels());
    SiteDescriptors site = DescribedLabels.labels().get(0).site();
    double before = model.energiesEv(List.of(site))[0];
    double after = model.energiesEv(List.of(with(site, Descriptor.ELECTRON_AFFINITY_EV, 0.5)))[0];
    assertThat(after - before).isBetween(-0.8, -0.2);
  }

  @Test
  void whatLiesFarFromAllLabelsIsCutAndStaysBounded() throws IOException {
    AffinityModel model = new AffinityModel(DescribedLabels.labels());
    SiteDescriptors site = DescribedLabels.labels().get(0).site();
    double usual = model.energiesEv(List.of(site))[0];
    for (Descriptor descriptor : Descriptor.values()) {
      if (!descriptor.isExtrapolated()) {
        double far = model.energiesEv(List.of(with(site, descriptor, 1e6)))[0];
        assertThat(far).as(descriptor.label()).isCloseTo(usual, within(2.0));
      }
    }
  }

  @Test
  void knownMaterialsUseTheirOwnLevel() throws IOException {
    List<LabelledDescriptors> labels = DescribedLabels.labels();
    AffinityModel model = new AffinityModel(labels);
    LabelledDescriptors first = labels.get(0);
    double energy = model.energiesEv(List.of(first.site()), first.materialId())[0];
    assertThat(energy).isCloseTo(first.energyEv(), within(0.03));
  }

  @Test
  void descriptorsMustBeNumbers() {
    double[] values = new double[Descriptor.values().length];
    values[Descriptor.ESP_FAR_EV.ordinal()] = Double.NaN;
    assertThatThrownBy(() -> new SiteDescriptors(SiteKind.T, values))
        .hasMessage("Cannot describe a site: expected a finite esp_far_ev, found NaN");
    assertThatThrownBy(() -> new SiteDescriptors(SiteKind.T, new double[3]))
        .hasMessage("Cannot describe a site: expected 12 numbers, found 3");
  }

  private static SiteDescriptors with(SiteDescriptors site, Descriptor descriptor, double more) {
    double[] values = Arrays.copyOf(site.values(), site.values().length);
    values[descriptor.ordinal()] += more;
    return new SiteDescriptors(site.kind(), values);
  }
}
