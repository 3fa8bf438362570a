package io.github.epdi.cli;

import io.github.epdi.cli.shell.SparkOnDemand;
import io.github.epdi.runs.EndHook;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * Handles Ctrl-C during a job. The JVM ends with code 130 and Spark is stopped by its own hook. The
 * exceptions that this causes in the job are not shown as if they were its fault.
 */
final class Interruption implements AutoCloseable {
  /** Priority of the hook, which runs before Spark's own hook makes tasks fail. */
  private static final int BEFORE_SPARK = 100;

  private final EndHook hook;

  private Interruption(EndHook hook) {
    this.hook = hook;
  }

  static Interruption watch(SparkOnDemand spark, PrintWriter err) {
    return new Interruption(
        EndHook.add(
            BEFORE_SPARK,
            () -> {
              spark.silence();
              err.println();
              err.println(
                  "Interrupted: nothing of an unfinished run is visible; the same command goes on.");
              err.flush();
            }));
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
    while (hook.isEnding()) {
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
    hook.close();
  }
}
