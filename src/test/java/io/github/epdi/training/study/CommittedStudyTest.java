package io.github.epdi.training.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SharedData;
import io.github.epdi.report.figure.StudyFigure;
import io.github.epdi.tables.study.StudyCorrelationRow;
import io.github.epdi.tables.study.StudyPredictionRow;
import io.github.epdi.tables.study.StudySummaryRow;
import io.github.epdi.tables.study.StudyTable;
import io.github.epdi.tables.study.StudyTrainingRow;
import io.github.epdi.training.DftSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page and the figure say is what the committed tables of the study say. */
class CommittedStudyTest {
  private static final Path RESULTS = Path.of("jobs/study/results");
  private static List<StudySummaryRow> summary;
  private static List<StudyTrainingRow> trainings;
  private static List<StudyPredictionRow> predictions;
  private static List<StudyCorrelationRow> correlations;

  @BeforeAll
  static void read() {
    SparkSession spark = DftSet.spark();
    summary = read(spark, StudyTable.SUMMARY);
    trainings = read(spark, StudyTable.TRAININGS);
    predictions = read(spark, StudyTable.PREDICTIONS);
    correlations = read(spark, StudyTable.CORRELATIONS);
  }

  private static <R extends Record> List<R> read(SparkSession spark, StudyTable<R> table) {
    Path file = RESULTS.resolve(table.name() + ".parquet");
    return spark.read().parquet(file.toString()).collectAsList().stream()
        .map(table::fromRow)
        .toList();
  }

  /** With {@code -Depdi.study.lines=FILE} the lines are written there, to be put into the page. */
  @Test
  void thePageSaysWhatTheTablesSay() throws IOException {
    String page = Files.readString(Path.of("jobs/study/README.md"));
    List<String> blocks =
        List.of(
            lines(summary.stream().map(StudyMarkdown::line)),
            lines(summary.stream().map(StudyMarkdown::differences)),
            lines(
                correlations.stream()
                    .filter(row -> row.materialId().equals("(all)"))
                    .map(row -> StudyMarkdown.line(row, correlations))));
    String file = System.getProperty("epdi.study.lines");
    if (file != null) {
      Files.write(Path.of(file), blocks);
    }
    blocks.forEach(block -> assertThat(page).contains(block));
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void theFigureIsOfTheTables() throws IOException {
    assertThat(RESULTS.resolve("mae.svg")).hasContent(new StudyFigure(summary).svg());
  }

  @Test
  void theTablesAreOfTheSharedLabels() throws IOException {
    // The study was made of the first set.
    String digest = DigestUtils.sha256Hex(Files.readAllBytes(SharedData.path("dft/labels.csv")));
    assertThat(trainings)
        .isNotEmpty()
        .allMatch(row -> row.provenance().labelsSha256().equals(digest));
    int tested = trainings.stream().mapToInt(row -> row.sites().tested()).sum();
    assertThat(
            predictions.stream()
                .filter(p -> p.site().part().equals("test") && p.site().kind().equals("B")))
        .hasSize(tested);
  }
}
