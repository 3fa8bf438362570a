package io.github.epdi.screening;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * Gives a job its Spark session when it has something to compute. What is done already is told by
 * manifests and a few columns, for which Spark need not start.
 */
public interface SessionSource {
  /** Returns the settings with which the session is started, or was. */
  SparkConf conf();

  /**
   * Is told how much there is to compute, before anything is written and before the session is
   * asked for to compute it.
   *
   * @param bytes stored bytes of the grids without a visible result
   */
  default void expect(long bytes) {}

  /** Returns the session, which is started the first time. */
  SparkSession session();

  /** Tells whether tasks run in this JVM, by the master of these settings. */
  static boolean isHere(SparkConf conf) {
    String master = conf.get("spark.master", "");
    return master.equals("local") || master.startsWith("local[");
  }

  /** Takes a session that runs. */
  static SessionSource of(SparkSession spark) {
    return new SessionSource() {
      @Override
      public SparkConf conf() {
        return spark.sparkContext().getConf();
      }

      @Override
      public SparkSession session() {
        return spark;
      }

      @Override
      public Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
      }
    };
  }

  /** Returns the configuration of the file systems, the same with a session or without one. */
  default Configuration configuration() {
    return SparkHadoopUtil.get().newConfiguration(conf());
  }
}
