package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One visible Parquet file of a table.
 *
 * @param path path relative to the output folder
 * @param runId the run whose rows it holds
 * @param rows number of rows
 * @param bytes length in bytes
 * @param sha256 SHA-256 of its content, 64 hex digits
 */
@JsonPropertyOrder({"path", "run_id", "rows", "bytes", "sha256"})
public record TableFile(
    String path, @JsonProperty("run_id") String runId, long rows, long bytes, String sha256) {}
