package io.github.epdi.tables;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A table of a study of accuracy.
 *
 * @param <R> the row record
 */
public final class StudyTable<R extends Record> {
  /** Each training. */
  public static final StudyTable<StudyTrainingRow> TRAININGS =
      new StudyTable<>("trainings", StudyTrainingRow.class);

  /** Trainings pooled over seeds and folds. */
  public static final StudyTable<StudySummaryRow> SUMMARY =
      new StudyTable<>("summary", StudySummaryRow.class);

  /** Each site of each training. */
  public static final StudyTable<StudyPredictionRow> PREDICTIONS =
      new StudyTable<>("predictions", StudyPredictionRow.class);

  /** What the potential alone says. */
  public static final StudyTable<StudyCorrelationRow> CORRELATIONS =
      new StudyTable<>("correlations", StudyCorrelationRow.class);

  private final String name;
  private final RecordRows<R> rows;

  private StudyTable(String name, Class<R> rowType) {
    this.name = name;
    this.rows = RecordRows.of(rowType);
  }

  /** All tables. */
  public static List<StudyTable<?>> all() {
    return List.of(TRAININGS, SUMMARY, PREDICTIONS, CORRELATIONS);
  }

  /** Name of the table and of its folder. */
  public String name() {
    return name;
  }

  /** The columns; comment, unit and key are in each field's metadata. */
  public StructType schema() {
    return rows.schema();
  }

  /** A record as a row of the table. */
  public Row toRow(R rowRecord) {
    return rows.toRow(rowRecord);
  }

  /** The record in a row of the table; columns are found by name. */
  public R fromRow(Row row) {
    return rows.fromRow(row);
  }
}
