package io.github.epdi.cli.shell;

import io.github.epdi.screening.SessionSource;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session that starts when it is asked for, and stops with the command. In a driver that a
 * cluster started it starts at once, since YARN takes a driver without a session for a failed one.
 */
public final class SparkOnDemand implements SessionSource, AutoCloseable {
  private final SparkConf conf;
  private final LongStart anew;
  private SparkSession session;

  private SparkOnDemand(SparkConf conf, LongStart anew) {
    this.conf = conf;
    this.anew = anew;
  }

  /**
   * Makes the settings of a session.
   *
   * @param master Spark master, or null
   * @param settings settings of the form "spark.key=value"
   * @param anew how the command is started anew when there is much to do
   */
  public static SparkOnDemand of(
      String name, String master, List<String> settings, LongStart anew) {
    SparkOnDemand spark = new SparkOnDemand(SparkSessions.conf(name, master, settings), anew);
    if (spark.conf.get("spark.submit.deployMode", "client").equals("cluster")) {
      spark.session();
    }
    return spark;
  }

  @Override
  public SparkConf conf() {
    return conf;
  }

  @Override
  public synchronized void expect(long bytes) {
    if (session == null) {
      anew.ifLong(bytes);
    }
  }

  @Override
  public synchronized SparkSession session() {
    if (session == null) {
      session = SparkSessions.open(conf);
    }
    return session;
  }

  /** Stops Spark's own messages if there is a session, because it is about to be killed. */
  public synchronized void silence() {
    if (session != null) {
      session.sparkContext().setLogLevel("OFF");
    }
  }

  @Override
  public synchronized void close() {
    if (session != null) {
      session.stop();
    }
  }
}
