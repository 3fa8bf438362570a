package io.github.epdi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.SvgFile;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SyntheticMaterials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  private static final String HOSTILE = "\"><img src=x onerror=alert(1)>";

  @TempDir private Path folder;

  private String write(ReportInput input, ReportOptions options) throws IOException {
    return WrittenReport.in(folder, input, options);
  }

  @Test
  void everyValueOfTheRankingIsTheTables() throws IOException {
    ReportInput input = SyntheticReports.of(40, 3);

    JsonNode rows = WrittenReport.data(write(input, ReportOptions.DEFAULT)).path("materials");

    assertThat(rows).hasSize(40);
    for (int i = 0; i < 40; i++) {
      MaterialRow row = input.materials().get(i).row();
      JsonNode shown = rows.get(i);
      assertThat(shown.path("id").textValue()).isEqualTo(row.materialId());
      assertThat(shown.path("p2").doubleValue()).isEqualTo(row.percolation2dEv());
      assertThat(shown.path("p2s").doubleValue()).isEqualTo(row.percolation2dStdEv());
      assertThat(shown.path("p1").doubleValue()).isEqualTo(row.percolation1dEv());
      assertThat(shown.path("low").doubleValue())
          .isEqualTo(row.energies().lowestBarrier().barrierEv().value());
      assertThat(shown.path("ads").doubleValue())
          .isEqualTo(row.energies().adsorption().lowestEv().value());
      assertThat(shown.path("site").textValue()).isEqualTo(row.energies().adsorption().siteId());
      assertThat(shown.path("host").textValue())
          .isEqualTo(row.host().host() + " " + row.host().phase());
    }
  }

  @Test
  void electronAffinitiesAreInTheRankingAndBesideTheBindingEnergies() throws IOException {
    ReportInput input = SyntheticReports.withLevels(SyntheticReports.of(40, 1));

    String page = write(input, ReportOptions.DEFAULT);

    JsonNode first = WrittenReport.data(page).path("materials").get(0);
    MaterialRow row = input.materials().get(0).row();
    assertThat(first.path("ea").doubleValue()).isEqualTo(row.levels().electronAffinityEv());
    assertThat(first.path("wf").doubleValue()).isEqualTo(row.levels().workFunctionEv());
    assertThat(page).contains("40 materials; the line is E = \u22121.00 A + 2.50 eV.");
    Matcher figure = Pattern.compile("id='affinity'>(<svg.*?</svg>)", Pattern.DOTALL).matcher(page);
    assertThat(figure.find()).isTrue();
    assertThat(SvgFile.parse(figure.group(1)).getElementsByTagName("circle").getLength())
        .isEqualTo(40);
    assertThat(new StaticFigures(input, ReportOptions.DEFAULT).figures()).containsKey("affinity");
  }

  @Test
  void placesSayHowSureTheyAre() throws IOException {
    ReportInput input = SyntheticReports.withIntervals(SyntheticReports.of(24, 1), 0.05);
    String page = write(input, ReportOptions.DEFAULT);
    JsonNode best = WrittenReport.data(page).get("materials").get(0);
    double barrier = input.materials().get(0).row().percolation2dEv();

    assertThat(best.get("p2l").doubleValue()).isCloseTo(barrier - 0.05, within(1e-12));
    assertThat(best.get("p2h").doubleValue()).isCloseTo(barrier + 0.05, within(1e-12));
    assertThat(best.get("top").doubleValue()).isBetween(0.5, 1.0);
    assertThat(best.get("rl").intValue()).isEqualTo(1);
    assertThat(best.get("doubt").textValue()).contains("was not in the training");
    assertThat(page)
        .contains("The first " + best.get("rh").intValue() + " cannot be told apart")
        .contains("rank in 80 % of draws")
        .contains("not trained for");
    ReportInput sure = SyntheticReports.withIntervals(SyntheticReports.of(2, 1), 1e-9);
    assertThat(write(sure, ReportOptions.DEFAULT)).contains("It is first in nine of ten draws");
    assertThat(write(SyntheticReports.of(24, 1), ReportOptions.DEFAULT))
        .doesNotContain("cannot be told apart");
  }

  /** Two points always lie on a line. */
  @Test
  void twoMaterialsOrNoLevelsHaveNoPlot() throws IOException {
    ReportInput without = SyntheticReports.of(40, 1);
    ReportInput two = SyntheticReports.withLevels(SyntheticReports.of(2, 1));

    assertThat(
            WrittenReport.data(write(without, ReportOptions.DEFAULT))
                .path("materials")
                .get(0)
                .has("ea"))
        .isFalse();
    assertThat(write(without, ReportOptions.DEFAULT)).doesNotContain("id='affinity'");
    assertThat(write(two, ReportOptions.DEFAULT)).doesNotContain("id='affinity'");
    assertThat(new StaticFigures(two, ReportOptions.DEFAULT).figures())
        .doesNotContainKey("affinity");
  }

  /** E_b + A is the same for all of these materials, so that the level accounts for everything. */
  @Test
  void theReasonTellsHowMuchOfTheBindingIsTheLevels() {
    ReportInput input = SyntheticReports.withLevels(SyntheticReports.of(40, 1));
    Reasons reasons = new Reasons(input.materials(), "Li");
    RankedMaterial doped =
        input.materials().stream()
            .filter(material -> reasons.reference(material) != null)
            .findFirst()
            .orElseThrow();
    double shift =
        doped.row().levels().electronAffinityEv()
            - reasons.reference(doped).row().levels().electronAffinityEv();

    assertThat(reasons.because(input.details(doped)))
        .contains(
            " A state "
                + Digits.energy(Math.abs(shift))
                + (shift >= 0 ? " eV lower" : " eV higher")
                + " takes Li's electron, which accounts for as much "
                + (shift >= 0 ? "more" : "less")
                + " binding;")
        .containsPattern(
            "the local field and the metal layer make it 0\\.000 eV (stronger|weaker)");
    ReportInput without = SyntheticReports.of(40, 1);
    assertThat(without.materials())
        .allSatisfy(
            material ->
                assertThat(
                        new Reasons(without.materials(), "Li").because(without.details(material)))
                    .doesNotContain("electron"));
  }

  @Test
  void theChangeIsAgainstThePristineHost() throws IOException {
    ReportInput input = SyntheticReports.of(40, 1);
    JsonNode rows = WrittenReport.data(write(input, ReportOptions.DEFAULT)).path("materials");
    double pristine = barrier(input, "MoS2-pristine");

    for (JsonNode row : rows) {
      if (row.path("id").textValue().equals("MoS2-Ti")) {
        assertThat(row.path("change").doubleValue())
            .isEqualTo(barrier(input, "MoS2-Ti") - pristine);
      }
      if (row.path("id").textValue().equals("MoS2-pristine")) {
        assertThat(row.path("change").isNull()).isTrue();
      }
    }
  }

  private static double barrier(ReportInput input, String id) {
    return input.materials().stream()
        .map(RankedMaterial::row)
        .filter(row -> row.materialId().equals(id))
        .findFirst()
        .orElseThrow()
        .percolation2dEv();
  }

  @Test
  void theHeadlineCountsAndNamesTheBest() throws IOException {
    ReportInput input = SyntheticReports.of(40, 1);
    MaterialRow best = input.materials().get(0).row();
    long below = input.materials().stream().filter(m -> m.row().percolation2dEv() < 0.25).count();

    String page = write(input, ReportOptions.DEFAULT);

    assertThat(page)
        .contains(
            "<h1>"
                + (below == 0 ? "None" : below)
                + " of 40 materials "
                + (below < 2 ? "conducts" : "conduct")
                + " Li in two dimensions below 0.25 eV. Best: "
                + best.materialId()
                + ", "
                + Digits.energy(best.percolation2dEv())
                + " eV.</h1>");
  }

  @Test
  void theBestFiveSayWhy() throws IOException {
    ReportInput input = SyntheticReports.of(40, 1);
    RankedMaterial best = input.materials().get(0);
    double climbed = best.row().percolation2dEv();

    String why = new Reasons(input.materials(), "Li").because(input.details(best));

    assertThat(why)
        .startsWith(
            "To cross the surface in both directions, Li climbs " + Digits.energy(climbed) + " eV");
    assertThat(write(input, ReportOptions.DEFAULT).split("<li><a class='name'", -1)).hasSize(6);
  }

  @Test
  void nothingScreenedIsSaid() throws IOException {
    ReportInput none =
        new ReportInput("out", List.of(), SyntheticReports.rejects(3), List.of(), List.of(), 0);

    assertThat(write(none, ReportOptions.DEFAULT))
        .contains("<h1>No material was screened: all 3 were rejected.</h1>");
  }

  @Test
  void hostileNamesAreTextEverywhere() throws IOException {
    String ending = "</script><script>alert(2)</script>\u2028";
    ReportInput input =
        SyntheticReports.of(
            List.of(
                SyntheticReports.material(
                    SyntheticMaterials.of(HOSTILE, "MoS2", "VIB", "Ti", 1), HOSTILE),
                SyntheticReports.material(
                    SyntheticMaterials.of(ending, "MoS2", "VIB", null, 1), ending)),
            List.of(SyntheticReports.reject(ending, "TRUNCATED", HOSTILE, 1L)),
            1);

    String page = write(input, WrittenReport.options(HOSTILE + ending, 1, 1000));

    assertThat(page).doesNotContain("<img src=x").doesNotContain("<script>alert");
    assertThat(page.substring(page.indexOf("id=\"data\""))).doesNotContain("\u2028");
    assertThat(WrittenReport.data(page).path("materials").findValuesAsText("id"))
        .containsExactlyInAnyOrder(HOSTILE, ending);
    assertThat(Files.readString(folder.resolve("report_files/details-0001.html")))
        .doesNotContain("<img src=x")
        .doesNotContain("<script>");
  }

  @Test
  void oldRunsWithoutCardAndAtomsSaySo() throws IOException {
    ReportInput input = SyntheticReports.of(2, 1);
    ReportInput old = OldRuns.withoutLaterColumns(input);

    String page = write(old, ReportOptions.DEFAULT);

    assertThat(page)
        .contains("The run did not record its model&#39;s card")
        .contains("Not recorded by this run.")
        .contains("Atoms were not recorded by this run.");
  }

  @Test
  void labelsGiveErrorsByPart() throws IOException {
    ReportInput input =
        SyntheticReports.of(4, 1)
            .withLabels(
                List.of(
                    new LabelledPair("a", "T0", -1.0, -1.1),
                    new LabelledPair("a", "H0", -2.0, -1.7)),
                3);

    String page = write(input, ReportOptions.DEFAULT);

    assertThat(page).contains("<td>2</td><td>0.200</td><td>0.224</td>");
    assertThat(page).contains("3 labels belong to no site");
    assertThat(page.split("class='pair'", -1)).hasSize(3);
  }

  @Test
  void figuresAreFilesOfTheirOwn() throws IOException {
    ReportInput input =
        SyntheticReports.of(3, 2).withLabels(List.of(new LabelledPair("a", "T0", -1.0, -1.1)), 0);
    Path figures = folder.resolve("figures");

    int count = new StaticFigures(input, ReportOptions.DEFAULT).write(figures, null);

    try (Stream<Path> files = Files.list(figures)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(count);
      for (Path file : all) {
        SvgFile.parse(Files.readString(file));
      }
    }
    assertThat(figures.resolve("heatmap-percolation-2d.svg")).exists();
    assertThat(figures.resolve("parity.svg")).exists();
    assertThat(figures.resolve("MoS2-pristine-top-map.svg")).exists();
  }

  @Test
  void impossibleOptionsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WrittenReport.options(null, -1, 0))
        .withMessageContaining("expected details of at least 0 materials, found -1 in the page");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WrittenReport.options(null, 0, -1))
        .withMessageContaining("found 0 in the page and -1 beside it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReportOptions(null, DetailChoice.DEFAULT, 0))
        .withMessageContaining("expected a barrier above 0 eV, found 0.0");
  }
}
