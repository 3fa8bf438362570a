package io.github.epdi.screening;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work on a thread of its own and gives it up after a time. Work that does not react to an
 * interrupt goes on as a daemon thread, for which nobody waits.
 */
final class TimeLimit implements AutoCloseable {
  private final Duration limit;
  private ExecutorService thread = fresh();

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Does some work and returns its result. Unchecked exceptions and errors of the work are passed
   * on.
   *
   * @throws TimeoutException if the work takes longer than the limit
   */
  <T> T within(Callable<T> work) throws TimeoutException {
    Future<T> result = thread.submit(work);
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.shutdownNow();
      thread = fresh();
      throw e;
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure; // An error such as out of memory is the worker's, wherever it happened.
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ExecutorService fresh() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "reading a grid");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
