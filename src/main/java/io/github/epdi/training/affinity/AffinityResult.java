package io.github.epdi.training.affinity;

import io.github.epdi.model.physics.Trust;
import io.github.epdi.training.accuracy.EvaluationRow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a training without images.
 *
 * @param rows every label with its left-out prediction
 * @param figures accuracy figures as in the bundle's metrics
 * @param trust how far the bundle's predictions can be trusted
 * @param offTheLine materials whose labels lie off the line of the others, with their error, eV
 */
public record AffinityResult(
    List<EvaluationRow> rows,
    Map<String, Double> figures,
    Trust trust,
    Map<String, Double> offTheLine) {
  /** Copies the rows and figures. */
  public AffinityResult {
    rows = List.copyOf(rows);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }
}
