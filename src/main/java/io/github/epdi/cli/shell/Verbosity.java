package io.github.epdi.cli.shell;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Model.CommandSpec;

/** How much a command says beside its results. */
public enum Verbosity {
  /** Results and errors alone. */
  QUIET,
  /** Progress and warnings too. */
  NORMAL,
  /** Also what the program does on its way, and where errors come from. */
  VERBOSE;

  /** The command line as a whole, which knows what the user asked for. */
  public interface Choice {
    /** How much is said. */
    Verbosity verbosity();
  }

  private static final String OURS = "io.github.epdi";

  /** What the user asked of the whole command line that a command belongs to. */
  public static Verbosity of(CommandSpec command) {
    return command.root().userObject() instanceof Choice choice ? choice.verbosity() : NORMAL;
  }

  /** Sets how much our own classes log; the logging of a normal run is left as it starts. */
  public void apply() {
    if (this != NORMAL) {
      Configurator.setLevel(OURS, this == QUIET ? Level.ERROR : Level.DEBUG);
    }
  }
}
