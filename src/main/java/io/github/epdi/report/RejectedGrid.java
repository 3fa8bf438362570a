package io.github.epdi.report;

import io.github.epdi.tables.RejectRow;

/**
 * A grid that a run rejected.
 *
 * @param runId the run
 * @param row row that says why
 */
public record RejectedGrid(String runId, RejectRow row) {}
