package io.github.epdi.cli;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import picocli.CommandLine.Option;

/** What a user may declare of the values in grid files, for commands that read single files. */
final class PotentialOptions {
  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "Energy unit where the file does not say it: eV, hartree, rydberg.")
  private EnergyUnit unit;

  @Option(
      names = "--sign",
      paramLabel = "SIGN",
      defaultValue = "AUTO",
      description = "Sign of the values: auto, electron, electrostatic (default: auto).")
  private PotentialSign sign;

  @Option(
      names = "--xc",
      paramLabel = "XC",
      defaultValue = "CHECK",
      description = "Exchange-correlation in VASP files: check, none, included (default: check).")
  private XcDeclaration xc;

  /** The declared conventions, with the default gap and flatness. */
  PotentialConventions conventions() {
    PotentialConventions usual = PotentialConventions.DEFAULT;
    return new PotentialConventions(
        unit, sign, xc, usual.vacuumGapAngstrom(), usual.vacuumFlatnessEv());
  }
}
