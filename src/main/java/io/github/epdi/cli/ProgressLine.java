package io.github.epdi.cli;

import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.screening.Progress;
import io.github.epdi.screening.ScreeningJob;
import java.util.Locale;

/**
 * Shows how far a job is. On a terminal it is one line that is rewritten, elsewhere a plain line
 * now and then.
 */
final class ProgressLine implements AutoCloseable {
  private static final long TERMINAL_MILLIS = 500;
  private static final long LOG_MILLIS = 10_000;

  private final ScreeningJob job;
  private final StatusLine line;
  private final Thread thread;

  private ProgressLine(ScreeningJob job, StatusLine line) {
    this.job = job;
    this.line = line;
    this.thread = new Thread(this::repeat, "progress");
    this.thread.setDaemon(true);
  }

  /** Shows a job's progress until it is closed. */
  static ProgressLine start(ScreeningJob job, StatusLine line) {
    ProgressLine progress = new ProgressLine(job, line);
    progress.thread.start();
    return progress;
  }

  private void repeat() {
    try {
      while (true) {
        Thread.sleep(line.isTerminal() ? TERMINAL_MILLIS : LOG_MILLIS);
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the line was closed
    }
  }

  private synchronized void show() {
    Progress progress = job.progress();
    if (progress.total() == 0) {
      return;
    }
    line.show(text(progress));
  }

  /** Returns the text of a state, for example "3/10 grids, 4.2 images/s, 1 rejected, 12 s left". */
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

  /** Shows the last state and ends the line. It is called for jobs that came to their end. */
  void finish() {
    thread.interrupt();
    show();
    line.end();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
