package io.github.epdi.runs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Repeats an action at fixed intervals until it is stopped. Leases are kept alive by one. */
interface Heart {
  /** A repeated action that was started. */
  interface Beating {
    /**
     * Stops the action.
     *
     * @return whether the last repetition has ended, so that none can follow
     */
    boolean stop() throws InterruptedException;
  }

  /**
   * Starts an action.
   *
   * @param name name for the thread
   * @param every pause between repetitions
   * @param beat the action
   */
  Beating start(String name, Duration every, Runnable beat);

  /** Starts an action on a daemon thread of its own. */
  static Beating onThread(String name, Duration every, Runnable beat) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread daemon = new Thread(work, name);
              daemon.setDaemon(true);
              return daemon;
            });
    Future<?> unused = // ends with stop()
        thread.scheduleWithFixedDelay(
            beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      thread.shutdownNow();
      return thread.awaitTermination(1, TimeUnit.SECONDS);
    };
  }
}
