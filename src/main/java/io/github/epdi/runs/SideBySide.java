package io.github.epdi.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Independent work on a few threads that live as long as it takes. */
public final class SideBySide {
  private SideBySide() {}

  /** Some work with a result. */
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /**
   * Does it all, begun in its order. After a failure nothing that comes later is begun, and what is
   * under way comes to its end: nothing goes on behind the caller's back, unless it is interrupted.
   *
   * @param atATime number of threads
   * @return the results in the order of the work
   * @throws E the failure of the first work that fails, first in the order of the work, as it is
   *     (whatever it is: Scala does not declare what it throws), with others as suppressed
   */
  public static <T, E extends Exception> List<T> all(int atATime, List<? extends Work<T, E>> work)
      throws E {
    AtomicInteger firstFailed = new AtomicInteger(work.size());
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    try {
      List<Future<T>> begun = new ArrayList<>();
      for (int i = 0; i < work.size(); i++) {
        int number = i;
        Work<T, E> one = work.get(i);
        begun.add(threads.submit(() -> unlessFailed(number, one, firstFailed)));
      }
      return results(begun);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdown();
    }
  }

  private static <T, E extends Exception> T unlessFailed(
      int number, Work<T, E> work, AtomicInteger firstFailed) throws E {
    if (number > firstFailed.get()) {
      return null;
    }
    boolean done = false;
    try {
      T result = work.done();
      done = true;
      return result;
    } finally {
      if (!done) {
        firstFailed.accumulateAndGet(number, Math::min);
      }
    }
  }

  private static <T, E extends Exception> List<T> results(List<Future<T>> begun)
      throws InterruptedException, E {
    List<T> results = new ArrayList<>();
    Throwable failure = null;
    for (Future<T> one : begun) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        if (failure == null) {
          failure = e.getCause();
        } else if (failure != e.getCause()) {
          failure.addSuppressed(e.getCause());
        }
      }
    }
    if (failure != null) {
      SideBySide.<E>rethrow(failure);
    }
    return results;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void rethrow(Throwable failure) throws E {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (E) failure;
  }
}
