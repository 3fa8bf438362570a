package io.github.epdi.runs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again until it is stopped. */
interface Heart {
  /** What was started. */
  interface Beating {
    /**
     * Stops it.
     *
     * @return whether the last beat has ended, so that no other can come
     */
    boolean stop() throws InterruptedException;
  }

  /** Starts. */
  Beating start(String name, Duration every, Runnable beat);

  /** Beats on a daemon thread of its own. */
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
