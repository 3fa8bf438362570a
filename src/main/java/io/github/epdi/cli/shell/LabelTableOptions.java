package io.github.epdi.cli.shell;

import io.github.epdi.structure.Side;
import picocli.CommandLine.Option;

/** The options of commands that read a table of labels beside results: its column and its side. */
public final class LabelTableOptions {
  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      defaultValue = "binding_energy_ev",
      description = "Column of the labels' energies, eV (default: binding_energy_ev).")
  private String target;

  @Option(
      names = "--labels-side",
      paramLabel = "SIDE",
      defaultValue = "TOP",
      description = "Side that the labels are of: top, bottom (default: top).")
  private Side side;

  /** Returns the column of the energies. */
  public String target() {
    return target;
  }

  /** Returns the side that the labels are of. */
  public Side side() {
    return side;
  }
}
