package io.github.epdi.report;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.tables.RunRow;

/**
 * A run that a report shows results of.
 *
 * @param runId its id
 * @param row what it was run with
 */
public record ScreenedRun(String runId, RunRow row) {
  /** The model's own card; null if the run did not record it. */
  BundleMetadata model() {
    return row.added().modelJson() == null ? null : BundleMetadata.parse(row.added().modelJson());
  }
}
