package io.github.epdi.cli.shell;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Model.CommandSpec;

/** The amount of text that a command prints beside its results. */
public enum Verbosity {
  /** It prints results and errors alone. */
  QUIET,
  /** It prints progress and warnings too. */
  NORMAL,
  /** It also prints what the program does on its way, and where errors come from. */
  VERBOSE;

  /** Is implemented by the command line as a whole, which knows what the user asked for. */
  public interface Choice {
    /** Returns how much is printed. */
    Verbosity verbosity();
  }

  private static final String OURS = "io.github.epdi";

  /** Returns what the user asked of the whole command line that a command belongs to. */
  public static Verbosity of(CommandSpec command) {
    return command.root().userObject() instanceof Choice choice ? choice.verbosity() : NORMAL;
  }

  /**
   * Sets how much our own classes log. The logging of a normal run is left as it is at the start.
   */
  public void apply() {
    if (this != NORMAL) {
      Configurator.setLevel(OURS, this == QUIET ? Level.ERROR : Level.DEBUG);
    }
  }
}
