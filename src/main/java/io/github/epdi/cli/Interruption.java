package io.github.epdi.cli;

import io.github.epdi.cli.shell.SparkOnDemand;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Handles Ctrl-C during a job. The JVM ends with code 130 and Spark is stopped by its own hook. The
 * exceptions that this causes in the job are not shown as if they were its fault.
 */
final class Interruption implements AutoCloseable {
  /** Priority of the hook, which runs before Spark's own hook makes tasks fail. */
  private static final int BEFORE_SPARK = 100;

  /** As Hadoop gives hooks by default. */
  private static final int MOST_SECONDS = 30;

  private final ShutdownHookManager hooks = ShutdownHookManager.get();
  private final Runnable hook;

  private Interruption(SparkOnDemand spark, PrintWriter err) {
    hook =
        () -> {
          spark.silence();
          err.println();
          err.println(
              "Interrupted: nothing of an unfinished run is visible; the same command goes on.");
          err.flush();
        };
  }

  static Interruption watch(SparkOnDemand spark, PrintWriter err) {
    Interruption interruption = new Interruption(spark, err);
    // Without a time of its own, the hook would read Hadoop's settings from its files.
    interruption.hooks.addShutdownHook(
        interruption.hook, BEFORE_SPARK, MOST_SECONDS, TimeUnit.SECONDS);
    return interruption;
  }

  /**
   * Does some work. If it fails because the JVM is being ended, the failure is not reported and the
   * thread waits.
   */
  <T> T orQuiet(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      waitIfEnding();
      throw e;
    }
  }

  private void waitIfEnding() {
    while (hooks.isShutdownInProgress()) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    waitIfEnding();
    hooks.removeShutdownHook(hook);
  }
}
