package io.github.epdi.cli.shell;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Holds the Spark session of one command. If the JVM has a session, that is used and left running,
 * otherwise a new one is started and stopped at the end.
 */
public final class OwnSession implements AutoCloseable {
  private final SparkSession spark;
  private final boolean started;

  private OwnSession(SparkSession spark, boolean started) {
    this.spark = spark;
    this.started = started;
  }

  /** Takes the session of this JVM, or starts one of this name. */
  public static OwnSession open(String name) {
    var found = org.apache.spark.sql.classic.SparkSession.getDefaultSession();
    return found.isDefined() && !found.get().sparkContext().isStopped()
        ? new OwnSession(found.get(), false)
        : new OwnSession(SparkSessions.open(name, null, List.of()), true);
  }

  /**
   * Silences Spark's log, for a command that tells failures in a line of its own. A session that
   * others use too keeps its log.
   */
  public void silence() {
    if (started) {
      spark.sparkContext().setLogLevel("OFF");
    }
  }

  /** Returns the session. */
  public SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    if (started) {
      spark.stop();
    }
  }
}
