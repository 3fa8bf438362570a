package io.github.epdi.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Model.CommandSpec;

/** How much a command says beside its results. */
enum Verbosity {
  /** Results and errors alone. */
  QUIET,
  /** Progress and warnings too. */
  NORMAL,
  /** Also what the program does on its way, and where errors come from. */
  VERBOSE;

  private static final String OURS = "io.github.epdi";

  /** What the user asked of the whole command line that a command belongs to. */
  static Verbosity of(CommandSpec command) {
    return command.root().userObject() instanceof Main main ? main.verbosity() : NORMAL;
  }

  /** Sets how much our own classes log; the logging of a normal run is left as it starts. */
  void apply() {
    if (this != NORMAL) {
      Configurator.setLevel(OURS, this == QUIET ? Level.ERROR : Level.DEBUG);
    }
  }
}
