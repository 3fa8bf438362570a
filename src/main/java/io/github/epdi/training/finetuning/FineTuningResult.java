package io.github.epdi.training.finetuning;

import io.github.epdi.training.accuracy.EvaluationRow;
import java.util.List;
import java.util.Map;

/**
 * The result of a fine-tuning.
 *
 * @param rows every labelled site with the written bundle's prediction
 * @param figures accuracy figures as in the bundle's metrics
 * @param bestEpoch epoch of the weights that were kept, from 1
 */
public record FineTuningResult(
    List<EvaluationRow> rows, Map<String, Double> figures, int bestEpoch) {
  /** Copies the rows. */
  public FineTuningResult {
    rows = List.copyOf(rows);
  }
}
