package io.github.epdi.tables.study;

import io.github.epdi.tables.encoding.RecordTable;

/**
 * A table of a study of accuracy.
 *
 * @param <R> the row record
 */
public final class StudyTable<R extends Record> extends RecordTable<R> {
  /** The table of trainings, with one row for each. */
  public static final StudyTable<StudyTrainingRow> TRAININGS =
      new StudyTable<>("trainings", "One training.", StudyTrainingRow.class);

  /** The table of trainings pooled over seeds and folds. */
  public static final StudyTable<StudySummaryRow> SUMMARY =
      new StudyTable<>(
          "summary",
          "Trainings that differ in seed and fold alone, pooled.",
          StudySummaryRow.class);

  /** The table of predictions, with one row for each site of each training. */
  public static final StudyTable<StudyPredictionRow> PREDICTIONS =
      new StudyTable<>("predictions", "One site of one training.", StudyPredictionRow.class);

  /** The table of correlations, which show what the potential alone says. */
  public static final StudyTable<StudyCorrelationRow> CORRELATIONS =
      new StudyTable<>(
          "correlations",
          "Mean local potential against binding energy over some sites.",
          StudyCorrelationRow.class);

  private StudyTable(String name, String meaning, Class<R> rowType) {
    super(name, meaning, rowType);
  }
}
