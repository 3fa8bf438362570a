package io.github.epdi.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.study.StudyPredictionRow;
import io.github.epdi.tables.study.StudySummaryRow;
import io.github.epdi.tables.study.StudyTable;
import io.github.epdi.tables.study.StudyTrainingRow;
import io.github.epdi.training.DftSet;
import io.github.epdi.training.loop.SilentProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole study of the real network on three materials, with very few steps. */
class StudyTest {
  private static final String CELLS =
      """
      parts:
        - architecture: densenet121
          start: random
          encoding: planes
          pixels: 32
          target: [direct, bridge-residual]
          split: random
          saddle_fraction: 0.5
          seed: [1, 2]
        - architecture: densenet121
          start: random
          encoding: colormap
          pixels: 32
          target: direct
          split: by-material
          saddle_fraction: 0.5
          seed: 1
      """;

  @TempDir private Path directory;

  private Study study(SparkSession spark, Path out) throws IOException {
    Path labels = DftSet.labels(directory, List.of("MoS2-Ti", "MoS2-pristine", "WS2-pristine"));
    String yaml =
        (StudyPlanTest.HEAD + CELLS)
            .replace("labels: labels.csv", "labels: " + labels)
            .replace("grids: grids", "grids: " + SharedData.path("dft2").toAbsolutePath());
    Path plan = Files.writeString(directory.resolve("plan.yaml"), yaml);
    return new Study(spark, plan, out, new SilentProgress());
  }

  @Test
  void tablesAreOfTheResultsAndNothingIsTrainedTwice() throws IOException {
    SparkSession spark = DftSet.spark();
    Path out = directory.resolve("study");
    StudySummary summary = study(spark, out).run();
    List<StudyTrainingRow> trainings = read(spark, out, StudyTable.TRAININGS);
    List<StudyPredictionRow> predictions = read(spark, out, StudyTable.PREDICTIONS);
    assertThat(trainings).hasSize(2 + 2 + 3);
    assertThat(read(spark, out, StudyTable.SUMMARY)).isEqualTo(summary.rows()).hasSize(3);
    assertThat(read(spark, out, StudyTable.CORRELATIONS)).isEqualTo(summary.correlations());
    figuresFollowFromPredictions(trainings, predictions);
    splitsAreClean(predictions);
    pooled(summary.rows(), trainings);

    Map<Path, String> before = contents(out.resolve("cells"));
    assertThat(study(spark, out).run().rows()).isEqualTo(summary.rows());
    assertThat(contents(out.resolve("cells"))).isEqualTo(before);
    assertThat(out.resolve("work")).isEmptyDirectory();

    assertThat(study(spark, out).recheck(1, 3)).hasSize(1);
    aChangedNumberIsFound(spark, out);
  }

  private static <R extends Record> List<R> read(
      SparkSession spark, Path out, StudyTable<R> table) {
    return spark.read().parquet(out.resolve(table.name()).toString()).collectAsList().stream()
        .map(table::fromRow)
        .toList();
  }

  private static void figuresFollowFromPredictions(
      List<StudyTrainingRow> trainings, List<StudyPredictionRow> predictions) {
    for (StudyTrainingRow training : trainings) {
      List<StudyPredictionRow> tested =
          predictions.stream()
              .filter(p -> p.site().cell().equals(training.cell()))
              .filter(p -> p.site().kind().equals("B") && p.site().part().equals("test"))
              .toList();
      assertThat(tested).hasSize(training.sites().tested());
      assertThat(training.accuracy().sites().maeEv())
          .isCloseTo(
              tested.stream()
                  .mapToDouble(p -> Math.abs(p.networkEv() - p.labelEv()))
                  .average()
                  .orElseThrow(),
              within(1e-12));
      assertThat(training.provenance().labelsSha256()).hasSize(64);
      assertThat(training.provenance().startSha256()).isNull();
      assertThat(training.effort().imagesPerSecond()).isPositive();
    }
  }

  /** No orbit is on both sides; by material no material is. */
  private static void splitsAreClean(List<StudyPredictionRow> predictions) {
    Map<String, List<StudyPredictionRow>> byCell =
        predictions.stream().collect(Collectors.groupingBy(row -> row.site().cell()));
    List<String> heldOut = new ArrayList<>();
    byCell.forEach(
        (cell, rows) -> {
          Set<String> sites = new HashSet<>();
          rows.forEach(
              row -> assertThat(sites.add(row.site().materialId() + row.site().siteId())).isTrue());
          if (cell.contains("_random_f")) {
            assertThat(rows)
                .noneMatch(r -> !r.site().kind().equals("B") && r.site().part().equals("test"));
          } else {
            Set<String> test = materials(rows, "test");
            assertThat(materials(rows, "training")).doesNotContainAnyElementsOf(test);
            heldOut.addAll(test);
          }
        });
    assertThat(heldOut).containsExactlyInAnyOrder("MoS2-Ti", "MoS2-pristine", "WS2-pristine");
  }

  private static Set<String> materials(List<StudyPredictionRow> rows, String part) {
    return rows.stream()
        .filter(row -> row.site().part().equals(part))
        .map(row -> row.site().materialId())
        .collect(Collectors.toSet());
  }

  private static void pooled(List<StudySummaryRow> rows, List<StudyTrainingRow> trainings) {
    for (StudySummaryRow row : rows) {
      List<StudyTrainingRow> of =
          trainings.stream()
              .filter(
                  t ->
                      t.setting().task().target().equals(row.setting().task().target())
                          && t.setting().task().split().equals(row.setting().task().split()))
              .toList();
      int saddles = of.stream().mapToInt(training -> training.sites().tested()).sum();
      double sum =
          of.stream().mapToDouble(t -> t.accuracy().sites().maeEv() * t.sites().tested()).sum();
      assertThat(row.counts().trainings()).isEqualTo(of.size());
      assertThat(row.counts().testedSaddles()).isEqualTo(saddles);
      assertThat(row.errors().mae().valueEv()).isCloseTo(sum / saddles, within(1e-12));
      assertThat(row.errors().mae().lowEv()).isLessThanOrEqualTo(row.errors().mae().valueEv());
      assertThat(row.errors().mae().highEv()).isGreaterThanOrEqualTo(row.errors().mae().valueEv());
      assertThat(row.baselines().bridgeRule().difference().valueEv())
          .isCloseTo(
              row.errors().mae().valueEv() - row.baselines().bridgeRule().mae().valueEv(),
              within(row.setting().task().split().equals("random") ? 1e-9 : 9));
    }
  }

  private static Map<Path, String> contents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.collect(
          Collectors.toMap(
              file -> file,
              file -> {
                try {
                  return Files.getLastModifiedTime(file) + " " + Files.size(file);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              }));
    }
  }

  private void aChangedNumberIsFound(SparkSession spark, Path out) throws IOException {
    for (Path file : contents(out.resolve("cells")).keySet()) {
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("\"network_ev\":-?\\d", "\"network_ev\":9"));
    }
    assertThatThrownBy(() -> study(spark, out).recheck(1, 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot reproduce ")
        .hasMessageContaining("expected the same numbers, found others in");
  }
}
