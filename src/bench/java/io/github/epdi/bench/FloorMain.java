package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The least that a program with an embedded Spark does: it starts a session, counts a thousand
 * rows, writes a small Parquet file and reads it. The time of its whole process, with plain options
 * of the JVM, is what short commands are measured against.
 */
final class FloorMain {
  private static final int ROWS = 1_000;

  private FloorMain() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("epdi-floor");
    try (SparkSession spark =
        SparkSession.builder().master("local[*]").appName("floor").getOrCreate()) {
      long counted = spark.range(ROWS).count();
      String table = folder.resolve("table").toUri().toString();
      spark.range(ROWS).coalesce(1).write().parquet(table);
      long read = spark.read().parquet(table).count();
      if (counted != ROWS || read != ROWS) {
        throw new IllegalStateException("Spark counted " + counted + " and " + read);
      }
    } finally {
      org.apache.commons.io.FileUtils.deleteDirectory(folder.toFile());
    }
  }
}
