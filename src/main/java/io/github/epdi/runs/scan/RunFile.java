package io.github.epdi.runs.scan;

import org.apache.hadoop.fs.Path;

/**
 * One Parquet file of a table.
 *
 * @param path where it lies
 * @param bytes its length in bytes
 * @param runId the run that all its rows belong to
 */
public record RunFile(Path path, long bytes, String runId) {}
