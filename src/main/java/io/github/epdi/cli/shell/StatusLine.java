package io.github.epdi.cli.shell;

import java.io.PrintWriter;

/**
 * Says how far a command is. On a terminal it is one line that is rewritten, elsewhere plain lines,
 * and nothing if the command is to be quiet. Thread-safe.
 */
public final class StatusLine {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final boolean silent;
  private boolean shown;

  public StatusLine(PrintWriter out, boolean terminal, Verbosity verbosity) {
    this.out = out;
    this.terminal = terminal;
    this.silent = verbosity == Verbosity.QUIET;
  }

  /** Tells whether a person sees the line change. */
  public boolean isTerminal() {
    return terminal;
  }

  /** Shows a state in place of the last one. */
  public synchronized void show(String text) {
    if (silent) {
      return;
    }
    if (terminal) {
      out.print(CLEAR + text);
      shown = true;
    } else {
      out.println(text);
    }
    out.flush();
  }

  /** Clears the line before something else is written to the terminal. */
  public synchronized void clear() {
    if (shown) {
      out.print(CLEAR);
      out.flush();
      shown = false;
    }
  }

  /** Ends the line so that the last state stays visible. */
  public synchronized void end() {
    if (shown) {
      out.println();
      shown = false;
    }
  }
}
