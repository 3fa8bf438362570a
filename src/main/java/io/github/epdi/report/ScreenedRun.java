package io.github.epdi.report;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.tables.RunRow;

/**
 * A run whose results a report shows.
 *
 * @param runId id of the run
 * @param row what the run recorded about itself
 */
public record ScreenedRun(String runId, RunRow row) {
  /** Returns the model's card, or null if the run did not record it. */
  public BundleMetadata model() {
    return row.added().modelJson() == null ? null : BundleMetadata.parse(row.added().modelJson());
  }
}
