package io.github.epdi.training.study;

import io.github.epdi.tables.study.StudyCorrelationRow;
import io.github.epdi.tables.study.StudySummaryRow;
import java.util.List;

/**
 * The results of a study so far.
 *
 * @param rows one row for all trainings that differ in seed and fold alone
 * @param correlations correlations of the mean local potential with binding energies
 */
public record StudySummary(List<StudySummaryRow> rows, List<StudyCorrelationRow> correlations) {
  /** Copies the lists. */
  public StudySummary {
    rows = List.copyOf(rows);
    correlations = List.copyOf(correlations);
  }
}
