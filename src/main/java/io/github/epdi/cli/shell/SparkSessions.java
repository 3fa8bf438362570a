package io.github.epdi.cli.shell;

import io.github.epdi.screening.SessionSource;
import io.github.epdi.structure.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * Opens Spark sessions for the commands, as spark-submit configured them or embedded in this JVM.
 * An embedded session listens on the loopback interface only and has no web page unless asked for.
 */
public final class SparkSessions {
  private static final String MASTER = "spark.master";
  private static final String TASK_CPUS = "spark.task.cpus";

  /**
   * Pattern of settings that Spark must not show. It adds to Spark's own the keys of storage
   * accounts and the users in addresses.
   */
  private static final String SECRETS =
      "(?i)secret|password|token|access[.]?key|account[.]key|encryption[.]key|://[^/\\s@]*:[^\\s@]*@";

  private SparkSessions() {}

  /**
   * Opens a session.
   *
   * @param master Spark master, or null
   * @param settings settings of the form "spark.key=value"
   */
  public static SparkSession open(String name, String master, List<String> settings) {
    return open(conf(name, master, settings));
  }

  /**
   * Returns the configuration of the file systems that a session without further settings has, for
   * commands that need no session.
   */
  public static Configuration files() {
    return SparkHadoopUtil.get().newConfiguration(conf("epdi", null, List.of()));
  }

  /**
   * Returns the settings of a session that is not started yet.
   *
   * @param master Spark master, or null
   * @param settings settings of the form "spark.key=value"
   */
  static SparkConf conf(String name, String master, List<String> settings) {
    // Spark writes numbers into the names of files in the digits of the default locale.
    Locale.setDefault(Locale.ROOT);
    SparkConf conf = new SparkConf().setAppName(name);
    settings.forEach(setting -> set(conf, setting));
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing(MASTER, "local[*]");
    refuseResourcesOfAClusterHere(conf);
    if (conf.get(MASTER).startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.ui.showConsoleProgress", "false");
      conf.setIfMissing("spark.sql.shuffle.partitions", "8");
      // Compiling the tables' wide rows takes longer than interpreting those of one machine.
      conf.setIfMissing("spark.sql.codegen.wholeStage", "false");
      conf.setIfMissing("spark.sql.codegen.factoryMode", "NO_CODEGEN");
      // Tasks would ask this JVM over its own network for classes that a user had added.
      conf.setIfMissing("spark.sql.artifact.isolation.enabled", "false");
    }
    conf.setIfMissing("spark.redaction.regex", SECRETS);
    conf.setIfMissing("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
    limitThreads(conf);
    return conf;
  }

  static SparkSession open(SparkConf conf) {
    try {
      // By its own class: Spark looks for it by Scala's reflection otherwise, which takes a second.
      return org.apache.spark.sql.classic.SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) { // Scala declares no exceptions of unreachable clusters
      throw new InputException(
          "Cannot start Spark on " + conf.get(MASTER) + ": " + InputException.reason(e), e);
    }
  }

  /** Refuses resources of a cluster, for which Spark in one JVM would wait for ever. */
  private static void refuseResourcesOfAClusterHere(SparkConf conf) {
    if (!SessionSource.isHere(conf)) {
      return;
    }
    Arrays.stream(conf.getAll())
        .map(setting -> setting._1())
        .filter(key -> key.matches("spark\\.(driver|executor|task)\\.resource\\..*"))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new InputException(
                  "Cannot run on master "
                      + conf.get(MASTER)
                      + " with "
                      + key
                      + ": expected no resources of a cluster (Spark would wait for them for"
                      + " ever); take it away: with model.device: gpu the first graphics"
                      + " processor is used");
            });
  }

  /** Limits the threads of Torch, so that threads times task slots do not exceed the cores. */
  private static void limitThreads(SparkConf conf) {
    String threads = conf.get(TASK_CPUS, "1");
    if (System.getProperty("ai.djl.pytorch.num_threads") == null) {
      System.setProperty("ai.djl.pytorch.num_threads", threads);
    }
    String options = conf.get("spark.executor.extraJavaOptions", "");
    if (!options.contains("ai.djl.pytorch.num_threads")) {
      conf.set(
          "spark.executor.extraJavaOptions",
          (options
                  + " -Dai.djl.pytorch.num_threads="
                  + threads
                  + " -Dai.djl.pytorch.num_interop_threads=1 -Dai.djl.offline=true")
              .strip());
    }
  }

  private static void set(SparkConf conf, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1 || !setting.startsWith("spark.")) {
      throw new InputException(
          "Cannot use --conf "
              + (equals < 1 ? setting : setting.substring(0, equals))
              + ": expected spark.key=value");
    }
    conf.set(setting.substring(0, equals), setting.substring(equals + 1));
  }
}
