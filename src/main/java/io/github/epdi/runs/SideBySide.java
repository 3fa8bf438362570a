package io.github.epdi.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does independent pieces of work at the same time, on a few threads that end with the work. */
public final class SideBySide {
  private SideBySide() {}

  /** A piece of work with a result. */
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /**
   * Does all the work, starting it in the given order. After a failure no later work is started,
   * and work that is running is completed. No thread works on after the return, unless the caller
   * was interrupted.
   *
   * @param atATime number of threads
   * @param work the pieces of work
   * @return the results in the order of the work
   * @throws E the failure that is first in the order of the work, unchanged, with others as
   *     suppressed; it may be any exception, as Scala does not declare what it throws
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
