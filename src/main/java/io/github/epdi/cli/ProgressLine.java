package io.github.epdi.cli;

import io.github.epdi.screening.Progress;
import io.github.epdi.screening.ScreeningJob;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how far a job is: one line that is rewritten on a terminal, a plain line now and then
 * elsewhere.
 */
final class ProgressLine implements AutoCloseable {
  private static final long TERMINAL_MILLIS = 500;
  private static final long LOG_MILLIS = 10_000;

  private final ScreeningJob job;
  private final PrintWriter out;
  private final boolean terminal;
  private final Thread thread;

  private ProgressLine(ScreeningJob job, PrintWriter out, boolean terminal) {
    this.job = job;
    this.out = out;
    this.terminal = terminal;
    this.thread = new Thread(this::repeat, "progress");
    this.thread.setDaemon(true);
  }

  /** Shows a job's progress until it is closed. */
  static ProgressLine start(ScreeningJob job, PrintWriter out) {
    ProgressLine line = new ProgressLine(job, out, Terminal.isInteractive());
    line.thread.start();
    return line;
  }

  private void repeat() {
    try {
      while (true) {
        Thread.sleep(terminal ? TERMINAL_MILLIS : LOG_MILLIS);
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private synchronized void show() {
    Progress progress = job.progress();
    if (progress.total() == 0) {
      return;
    }
    if (terminal) {
      out.print("\r" + text(progress) + "\u001b[K");
    } else {
      out.println(text(progress));
    }
    out.flush();
  }

  /** "3/10 grids, 4.2 images/s, 1 rejected, 12 s left". */
  static String text(Progress progress) {
    return String.format(
        Locale.ROOT,
        "%d/%d grids, %.1f images/s, %d rejected, %s",
        progress.grids(),
        progress.total(),
        progress.imagesPerSecond(),
        progress.rejects(),
        ending(progress));
  }

  private static String ending(Progress progress) {
    if (progress.grids() == progress.total()) {
      return "writing tables";
    }
    double left = progress.secondsLeft();
    return Double.isNaN(left) ? "time left unknown" : duration(Math.round(left)) + " left";
  }

  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** Shows the last state and ends the line; for jobs that came to their end. */
  void finish() {
    thread.interrupt();
    show();
    if (terminal && job.progress().total() > 0) {
      out.println();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
