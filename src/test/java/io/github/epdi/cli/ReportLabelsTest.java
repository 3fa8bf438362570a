package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.dataset.Label;
import io.github.epdi.report.ReportInput;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.MaterialResults;
import io.github.epdi.tables.SiteRow;
import io.github.epdi.tables.SyntheticMaterials;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportLabelsTest {
  @Test
  void labelsFindTheirSitesByPlaceAndTheOthersAreCounted() {
    MaterialResults results = SyntheticMaterials.of("MoS2-Ti", "MoS2", "VIB", "Ti", 1);
    ReportInput input =
        new ReportInput(
            "out",
            List.of(
                new ScreenedMaterial(
                    "run",
                    results.material(),
                    SyntheticMaterials.grid(results, "file:/x"),
                    results.sites(),
                    results.hops(),
                    results.barriers())),
            List.of(),
            List.of(),
            List.of(),
            0);
    SiteRow site = results.sites().get(4);
    List<Label> labels =
        List.of(
            new Label(
                1,
                "MoS2-Ti",
                "other name",
                SiteKind.T,
                site.place().fraction().u() + 1.003,
                site.place().fraction().v() - 2,
                -3.0),
            new Label(
                2,
                "MoS2-Ti",
                null,
                SiteKind.H,
                site.place().fraction().u(),
                site.place().fraction().v(),
                -3.0),
            new Label(3, "unknown", null, null, 0, 0, -3.0));

    ReportInput matched = ReportLabels.match(input, labels, Side.TOP);

    assertThat(matched.labels())
        .containsExactly(
            new LabelledPair("MoS2-Ti", site.siteId(), -3.0, site.bindingEnergyEv().value()));
    assertThat(matched.unmatchedLabels()).isEqualTo(2);
    assertThat(ReportLabels.match(input, labels, Side.BOTTOM).unmatchedLabels()).isEqualTo(3);
  }
}
