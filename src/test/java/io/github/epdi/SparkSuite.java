package io.github.epdi;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark Testing Base without JUnit 4: a local Spark on two cores, shared by all test classes. */
public final class SparkSuite extends JavaDataFrameSuiteBase {
  private static SparkSuite started;

  private SparkSuite() {}

  /** The one suite of this JVM, with its session. */
  public static synchronized SparkSuite started() {
    if (started == null) {
      // A class before may have started one of its own; there is one context in a JVM.
      var other = SparkSession.getDefaultSession();
      if (other.isDefined()) {
        other.get().stop();
      }
      SparkSuite suite = new SparkSuite();
      suite.runBefore();
      started = suite;
    }
    return started;
  }

  @Override
  public SparkConf conf() {
    return new SparkConf()
        .setMaster("local[2]")
        .setAppName("tests")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.sql.shuffle.partitions", "2")
        // Compiling wide rows takes longer than interpreting a few of them.
        .set("spark.sql.codegen.wholeStage", "false")
        .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .set("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/epdi-warehouse");
  }

  @Override
  public boolean enableHiveSupport() {
    return false;
  }
}
