package io.github.epdi.training.study;

import io.github.epdi.tables.study.StudyCorrelationRow;
import io.github.epdi.tables.study.StudySummaryRow;
import java.util.List;

/**
 * What a study says so far.
 *
 * @param rows one for trainings that differ in seed and fold alone
 * @param correlations of the mean local potential
 */
public record StudySummary(List<StudySummaryRow> rows, List<StudyCorrelationRow> correlations) {
  /** Copies the lists. */
  public StudySummary {
    rows = List.copyOf(rows);
    correlations = List.copyOf(correlations);
  }
}
