package io.github.epdi.cli.doctor;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the machine one question, which is answered within a bounded time.
 *
 * @param name one word for what is looked at
 * @param limit longest time for an answer
 * @param advice what to do if the question fails
 * @param look finds the answer; an exception is a failure
 */
record Check(String name, Duration limit, String advice, Callable<Finding> look) {
  static final Duration SHORT = Duration.ofSeconds(10);
  static final Duration LONG = Duration.ofSeconds(60);

  /**
   * Returns the answer. If it takes longer than the limit, it is a failure and its thread is left
   * behind.
   */
  Finding answer() throws InterruptedException {
    FutureTask<Finding> task = new FutureTask<>(look);
    Thread thread = new Thread(task, "check " + name);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return Finding.fail("no answer within " + limit.toSeconds() + " s", advice);
    } catch (ExecutionException e) {
      return Finding.fail(said(e.getCause()), advice);
    }
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return message.lines().findFirst().orElse(failure.toString());
  }
}
