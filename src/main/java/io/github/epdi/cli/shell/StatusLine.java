package io.github.epdi.cli.shell;

import java.io.PrintWriter;

/**
 * Says how far a command is: one line that is rewritten on a terminal, plain lines elsewhere,
 * nothing when it is to be quiet. Thread-safe.
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

  /** Whether a person sees it change. */
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

  /** Takes the line away, before something else is written to the terminal. */
  public synchronized void clear() {
    if (shown) {
      out.print(CLEAR);
      out.flush();
      shown = false;
    }
  }

  /** Leaves the last state standing. */
  public synchronized void end() {
    if (shown) {
      out.println();
      shown = false;
    }
  }
}
