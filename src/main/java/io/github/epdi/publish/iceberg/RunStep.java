package io.github.epdi.publish.iceberg;

import io.github.epdi.runs.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * One run in the order of the commits.
 *
 * @param runId id of the run
 * @param number place in that order, from 0
 * @param previous id of the run before it, or null
 * @param manifest number of the manifest that made it visible
 */
record RunStep(String runId, int number, String previous, long manifest) {
  /** Returns the runs of a manifest. Each manifest has one run more than the one before it. */
  static List<RunStep> of(Manifest manifest) {
    List<String> order = manifest.commitOrder();
    long before = manifest.number() - order.size();
    List<RunStep> steps = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      steps.add(new RunStep(order.get(i), i, i == 0 ? null : order.get(i - 1), before + i + 1));
    }
    return steps;
  }

  /** Returns the place of a run in the order, or -1 if it is none of them. */
  static int numberOf(String runId, List<RunStep> steps) {
    return steps.stream()
        .filter(step -> step.runId().equals(runId))
        .mapToInt(RunStep::number)
        .findFirst()
        .orElse(-1);
  }
}
