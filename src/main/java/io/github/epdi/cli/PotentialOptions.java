package io.github.epdi.cli;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options that declare what the values in grid files are, for commands that read single files. */
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

  /**
   * Returns those options that were given as settings of a campaign.
   *
   * @param given options found on the command line
   */
  List<String> settings(ParseResult given) {
    List<String> settings = new ArrayList<>();
    if (given.hasMatchedOption("--unit")) {
      settings.add("potential.unit=" + unit.label());
    }
    if (given.hasMatchedOption("--sign")) {
      settings.add("potential.sign=" + sign.label());
    }
    if (given.hasMatchedOption("--xc")) {
      settings.add(
          xc == XcDeclaration.CHECK_AND_ALLOW
              ? "potential.allow_xc=true"
              : "potential.xc=" + xc.label());
    }
    return settings;
  }

  /** Returns the declared conventions, with the default gap and flatness. */
  PotentialConventions conventions() {
    PotentialConventions usual = PotentialConventions.DEFAULT;
    return new PotentialConventions(
        unit, sign, xc, usual.vacuumGapAngstrom(), usual.vacuumFlatnessEv());
  }
}
