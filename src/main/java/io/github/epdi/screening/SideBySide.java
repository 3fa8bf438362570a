package io.github.epdi.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Independent work on a few threads that live as long as it takes. */
final class SideBySide {
  private SideBySide() {}

  /** Some work with a result. */
  interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /**
   * Does it all. After a failure nothing further is begun, and what is under way comes to its end:
   * nothing goes on behind the caller's back.
   *
   * @param atATime number of threads
   * @return the results in the order of the work
   * @throws E the failure that came first, as it is (whatever it is: Scala does not declare what it
   *     throws), with others as suppressed
   */
  static <T, E extends Exception> List<T> all(int atATime, List<? extends Work<T, E>> work)
      throws E {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    try {
      List<Future<T>> begun = new ArrayList<>();
      for (Work<T, E> one : work) {
        begun.add(threads.submit(() -> unlessFailed(one, failure)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : begun) {
        results.add(one.get());
      }
      if (failure.get() != null) {
        SideBySide.<E>rethrow(failure.get());
      }
      return results;
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause()); // failures are noted, not thrown
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T unlessFailed(Work<T, ?> work, AtomicReference<Throwable> failure) {
    if (failure.get() != null) {
      return null;
    }
    try {
      return work.done();
    } catch (Exception | Error e) { // an Error too: it is thrown where somebody waits
      if (!failure.compareAndSet(null, e) && failure.get() != e) {
        failure.get().addSuppressed(e);
      }
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void rethrow(Throwable failure) throws E {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (E) failure;
  }
}
