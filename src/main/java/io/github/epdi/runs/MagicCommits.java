package io.github.epdi.runs;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Makes Hadoop's magic committer commit writes to {@code s3a:}, because a rename there is a copy
 * and not atomic. A committer that the session configures explicitly is left in place.
 */
final class MagicCommits {
  private static final String PROTOCOL = "spark.sql.sources.commitProtocolClass";
  private static final String COMMITTER = "spark.sql.parquet.output.committer.class";
  private static final String PACKAGE = "org.apache.spark.internal.io.cloud.";
  private static final String STANDARD = "org.apache.spark.sql.execution.datasources";
  private static final String NAME = "fs.s3a.committer.name";
  private static final String FILE = "file";

  private MagicCommits() {}

  /** Tells whether a folder is on a file system that needs the magic committer. */
  static boolean areFor(Path folder) {
    return "s3a".equals(folder.toUri().getScheme());
  }

  /**
   * Applies the committer to a writer. The commit protocol can only be set for the whole session.
   * That is harmless, as it asks Hadoop for the committer of each folder's file system, and that is
   * the usual one elsewhere.
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
