package io.github.epdi.training.study;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.tables.study.StudyCorrelationRow;
import io.github.epdi.tables.study.StudyPredictionRow;
import io.github.epdi.tables.study.StudySummaryRow;
import io.github.epdi.tables.study.StudyTable;
import io.github.epdi.tables.study.StudyTrainingRow;
import io.github.epdi.training.accuracy.PotentialCorrelations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Writes the tables of a study. Each is one Parquet file in a folder of its own. */
final class StudyTables {
  private final SparkSession spark;
  private final StudySetting setting;

  StudyTables(SparkSession spark, StudySetting setting) {
    this.spark = spark;
    this.setting = setting;
  }

  /** Replaces the tables by those of these results. */
  StudySummary write(List<StudyResult> results) {
    Map<String, List<StudyResult>> groups = new TreeMap<>();
    List<StudyTrainingRow> trainings = new ArrayList<>();
    List<StudyPredictionRow> predictions = new ArrayList<>();
    for (StudyResult result : sorted(results)) {
      if (result.predictions().stream().noneMatch(StudyPrediction::isTestedSaddle)) {
        continue; // weights for use have no error to report
      }
      groups.computeIfAbsent(result.cell().group(), g -> new ArrayList<>()).add(result);
      trainings.add(StudyStatistics.training(result));
      predictions.addAll(StudyStatistics.predictions(result));
    }
    List<StudySummaryRow> summary = groups.values().stream().map(StudyStatistics::summary).toList();
    List<StudyCorrelationRow> correlations =
        PotentialCorrelations.of(
            TrainStudyCells.grids(
                setting, new GridFiles(spark.sparkContext().hadoopConfiguration())));
    write(StudyTable.TRAININGS, trainings);
    write(StudyTable.PREDICTIONS, predictions);
    write(StudyTable.SUMMARY, summary);
    write(StudyTable.CORRELATIONS, correlations);
    return new StudySummary(summary, correlations);
  }

  /** Sorts results by the id of their cell, whatever order the plan has. */
  private static List<StudyResult> sorted(List<StudyResult> results) {
    return results.stream().sorted(Comparator.comparing(r -> r.cell().id())).toList();
  }

  private <R extends Record> void write(StudyTable<R> table, List<R> rows) {
    spark
        .createDataFrame(rows.stream().map(table::toRow).toList(), table.schema())
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(setting.directory() + "/" + table.name());
  }
}
