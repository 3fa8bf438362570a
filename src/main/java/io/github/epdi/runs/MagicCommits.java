package io.github.epdi.runs;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a write to {@code s3a:} be committed by Hadoop's magic committer: renaming there is
 * copying, and not atomic. What a session says of other committers stays as it is.
 */
final class MagicCommits {
  private static final String PROTOCOL = "spark.sql.sources.commitProtocolClass";
  private static final String COMMITTER = "spark.sql.parquet.output.committer.class";
  private static final String PACKAGE = "org.apache.spark.internal.io.cloud.";
  private static final String STANDARD = "org.apache.spark.sql.execution.datasources";
  private static final String NAME = "fs.s3a.committer.name";
  private static final String FILE = "file";

  private MagicCommits() {}

  /** Whether a folder's file system is the one that needs it. */
  static boolean areFor(Path folder) {
    return "s3a".equals(folder.toUri().getScheme());
  }

  /**
   * Applies it. The commit protocol is a setting of the whole session, so it is set there: it asks
   * Hadoop for the committer of each folder's file system, which elsewhere is the usual one.
   */
  static DataFrameWriter<Row> apply(SparkSession spark, DataFrameWriter<Row> writer) {
    RuntimeConfig settings = spark.conf();
    if (settings.get(PROTOCOL).startsWith(STANDARD)) {
      settings.set(COMMITTER, PACKAGE + "BindingParquetOutputCommitter");
      settings.set(PROTOCOL, PACKAGE + "PathOutputCommitProtocol");
    }
    String named = spark.sparkContext().hadoopConfiguration().get(NAME, FILE);
    return writer.option(NAME, named.equals(FILE) ? "magic" : named);
  }
}
