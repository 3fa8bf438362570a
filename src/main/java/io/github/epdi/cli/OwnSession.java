package io.github.epdi.cli;

import io.github.epdi.cli.shell.SparkSessions;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Holds the Spark session of one command. If the JVM has a session, that is used and left running,
 * otherwise a new one is started and stopped at the end.
 */
final class OwnSession implements AutoCloseable {
  private final SparkSession spark;
  private final boolean started;

  private OwnSession(SparkSession spark, boolean started) {
    this.spark = spark;
    this.started = started;
  }

  static OwnSession open(String name) {
    var found = SparkSession.getDefaultSession();
    return found.isDefined() && !found.get().sparkContext().isStopped()
        ? new OwnSession(found.get(), false)
        : new OwnSession(SparkSessions.open(name, null, List.of()), true);
  }

  SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    if (started) {
      spark.stop();
    }
  }
}
