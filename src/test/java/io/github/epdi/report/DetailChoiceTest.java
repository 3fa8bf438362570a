package io.github.epdi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which materials have details: in the page, in pages beside it, or none. */
class DetailChoiceTest {
  @TempDir private Path folder;

  private String write(ReportInput input, ReportOptions options) throws IOException {
    return WrittenReport.in(folder, input, options);
  }

  @Test
  void whatIsNotInThePageIsBesideIt() throws IOException {
    ReportInput input = SyntheticReports.of(60, 1);

    String page = write(input, WrittenReport.options(null, 4, 1000));

    try (Stream<Path> files = Files.list(folder.resolve("report_files"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("details-0001.html", "details-0002.html", "details-0003.html");
    }
    JsonNode rows = WrittenReport.data(page).path("materials");
    assertThat(rows.get(3).path("link").isNull()).isTrue();
    assertThat(rows.get(4).path("link").textValue())
        .isEqualTo("report_files/details-0001.html#m-4");
    assertThat(rows.get(59).path("link").textValue())
        .isEqualTo("report_files/details-0003.html#m-59");
    assertThat(Files.readString(folder.resolve("report_files/details-0003.html")))
        .contains("id='m-59'")
        .contains("href=\"../report.html\"");
  }

  /** Nobody looks at the maps of fifty thousand materials; the page says which it leaves out. */
  @Test
  void materialsBeyondTheChosenOnesHaveNoDetailsAndThePageSaysSo() throws IOException {
    ReportInput input = SyntheticReports.of(60, 1);

    String page = write(input, WrittenReport.options(null, 4, 30));

    assertThat(page)
        .contains("34 of the 60 rows have them, 26 have not.")
        .contains("<code>--material ID</code>")
        .contains("<code>--pages all</code>")
        .contains("30 other materials have pages beside this one");
    assertThat(page.split("<template id='detail-", -1)).hasSize(5);
    try (Stream<Path> files = Files.list(folder.resolve("report_files"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("details-0001.html", "details-0002.html");
    }
    JsonNode rows = WrittenReport.data(page).path("materials");
    assertThat(rows.get(33).path("link").textValue())
        .isEqualTo("report_files/details-0002.html#m-33");
    assertThat(rows.get(33).has("bare")).isFalse();
    assertThat(rows.get(34).path("link").isNull()).isTrue();
    assertThat(rows.get(34).path("bare").booleanValue()).isTrue();
    assertThat(write(input, WrittenReport.options(null, 4, DetailChoice.ALL)))
        .doesNotContain("id='bare'");
    assertThat(write(input, ReportOptions.DEFAULT)).doesNotContain("id='bare'");
  }

  @Test
  void aNamedMaterialHasItsDetailsInThePageWhateverItsRank() throws IOException {
    ReportInput input = SyntheticReports.of(60, 1);
    String last = input.materials().get(59).row().materialId();

    String page = write(input, WrittenReport.options(null, 2, 0, last));

    assertThat(page)
        .contains("<template id='detail-59'>")
        .contains("3 of the 60 rows have them, 57 have not.");
    assertThat(WrittenReport.data(page).path("materials").get(59).has("bare")).isFalse();
    assertThat(new StaticFigures(input, WrittenReport.options(null, 0, 0, last)).figures())
        .containsKey(last + "-top-map");
    assertThatThrownBy(() -> write(input, WrittenReport.options(null, 2, 0, last + "x")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot show details of material " + last + "x")
        .hasMessageEndingWith("the nearest is " + last);
  }

  /** A report of the tables reads rows of sites, hops and paths of no more materials than these. */
  @Test
  void theChosenTheBestFiveAndTheLabelledAreWanted() {
    ReportInput input = SyntheticReports.of(60, 1);
    List<RankedMaterial> ranking = input.materials();
    String labelled = ranking.get(40).row().materialId();
    String named = ranking.get(50).row().materialId();

    assertThat(new DetailChoice(2, 0, Set.of(named)).wanted(List.of(labelled)).among(ranking))
        .containsExactlyElementsOf(
            IntStream.of(0, 1, 2, 3, 4, 40, 50).mapToObj(ranking::get).toList());
    assertThat(new DetailChoice(2, 7, Set.of()).wanted(List.of()).among(ranking))
        .containsExactlyElementsOf(ranking.subList(0, 9));
  }

  @Test
  void aSmallerReportLeavesNoOldPagesAndNoTemporaryFiles() throws IOException {
    write(SyntheticReports.of(60, 1), WrittenReport.options(null, 4, 1000));
    write(SyntheticReports.of(20, 1), WrittenReport.options(null, 4, 1000));

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("report.html", "details-0001.html");
    }
  }
}
