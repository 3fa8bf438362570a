package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.TotalEnergy;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.structure.CrystalStructure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last energy of one run of CP2K. CP2K appends to an existing output, so each run of a file has
 * an object of its own and nothing is attributed to the wrong run.
 */
final class Cp2kOutput {
  private static final Pattern ENERGY =
      Pattern.compile("ENERGY\\| Total FORCE_EVAL \\( *(\\S+) *\\) energy *\\[([^\\]]*)\\]:?(.*)");
  private static final Pattern RUN_TYPE = Pattern.compile("^ GLOBAL\\| Run type\\s+(\\S+)\\s*$");
  private static final Pattern FORCE =
      Pattern.compile(
          "^\\s*(?:FORCES\\|)?\\s*\\d+\\s+(?:\\d+\\s+[A-Z]\\w*\\s+)?"
              + "(-?[\\d.]+(?:E[-+]\\d+)?)\\s+(-?[\\d.]+(?:E[-+]\\d+)?)"
              + "\\s+(-?[\\d.]+(?:E[-+]\\d+)?)(?:\\s+[\\d.E+-]+)?\\s*$");

  private final PrintedGeometry geometry = new PrintedGeometry();
  private String version;
  private String runType;
  private int atoms;
  private ScfTable scf = new ScfTable();
  private Double energyEv;
  private Place energyPlace;
  private boolean finished;
  private Double elapsedSeconds;
  private List<double[]> forces = List.of();

  /** Takes a line of this run. */
  void take(String line, NumberedLines in) throws IOException {
    Matcher type = RUN_TYPE.matcher(line);
    if (line.startsWith(" CP2K| version string:")) {
      version = line.substring(line.lastIndexOf(' ') + 1);
    } else if (type.matches()) {
      runType = type.group(1);
    } else if (line.contains("- Atoms:")) {
      atoms = (int) lastNumber(line);
    } else if (line.contains("SCF WAVEFUNCTION OPTIMIZATION")) {
      beginField();
    } else if (line.contains("ENERGY| Total FORCE_EVAL")) {
      takeEnergy(line, in.place());
    } else if (line.startsWith(" ATOMIC FORCES in [a.u.]") || line.contains("FORCES| Atomic")) {
      takeForces(line, in);
    } else if (line.matches(" CP2K +1 +1\\.0 .*")) {
      double seconds = lastNumber(line);
      elapsedSeconds = seconds > 0 ? Double.valueOf(seconds) : null;
    } else if (line.contains("PROGRAM ENDED AT")) {
      finished = true;
    } else if (!geometry.take(line, in.place())) {
      scf.take(line, in.place());
    }
  }

  /** Starts a self-consistent field and drops what was read of the one before. */
  private void beginField() {
    scf = new ScfTable();
    energyEv = null;
    energyPlace = null;
    forces = List.of();
  }

  private void takeEnergy(String line, Place place) {
    Matcher found = ENERGY.matcher(line);
    if (!found.find()) {
      throw place.bad("an energy with its unit", line);
    }
    if (!found.group(1).equals("QS")) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "an energy of Quickstep ( QS )",
          "( " + Place.printable(found.group(1)) + " ) (" + place + ")");
    }
    String unit = found.group(2).strip().replace("a.u.", "hartree");
    double ev = Cp2kUnits.energy("EV").factor(unit, place);
    energyEv = place.real(found.group(3).strip(), "an energy") * ev;
    energyPlace = place;
  }

  /** Returns the last word of a line as a number, or 0 if its field was too narrow. */
  private static double lastNumber(String line) {
    String word = line.strip().replaceFirst("^.*\\s", "");
    return word.matches("\\d+\\.?\\d*") ? Double.parseDouble(word) : 0;
  }

  /** Reads rows of forces after at most three lines of headings. */
  private void takeForces(String heading, NumberedLines in) throws IOException {
    double unit =
        heading.toLowerCase(Locale.ROOT).contains("[ev/angstrom]")
            ? 1
            : EnergyUnit.HARTREE.electronvolts() / Cp2kUnits.BOHR_ANGSTROM;
    List<double[]> found = new ArrayList<>();
    int headings = 0;
    for (String line = in.next(); line != null; line = in.next()) {
      Matcher row = FORCE.matcher(line);
      if (row.matches()) {
        double[] force = new double[3];
        for (int x = 0; x < 3; x++) {
          force[x] = in.place().real(row.group(1 + x), "a force") * unit;
        }
        found.add(force);
      } else if (!found.isEmpty() || ++headings > 3) {
        break;
      }
    }
    boolean known = heading.contains("[a.u.]") || heading.contains("[hartree/bohr]") || unit == 1;
    forces = known ? found : List.of();
  }

  /**
   * Checks that the run ended and converged.
   *
   * @param which the run for the message: "" or " (run 2 of 2 in the file)"
   * @throws UnusableException TRUNCATED or UNCONVERGED
   */
  void check(String which) {
    if (!finished || energyEv == null) {
      throw UnusableException.of(
          ImportCode.TRUNCATED,
          "an output to its end (PROGRAM ENDED AT) with an energy",
          "one that ends before: the run was killed, or goes on" + which);
    }
    if (!scf.isConverged()) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED, "a last SCF run that converged", "one that did not" + which);
    }
  }

  /**
   * Checks that the run belongs to an input.
   *
   * @throws UnusableException MIXED_RUN if it does not
   */
  void requireOf(Cp2kInput input) {
    CrystalStructure structure = input.structure();
    if (atoms != structure.atoms().size()) {
      throw UnusableException.of(
          ImportCode.MIXED_RUN,
          "as many atoms in output and input",
          atoms + " and " + structure.atoms().size());
    }
    if (runType != null && !runType.equalsIgnoreCase(input.runType())) {
      throw UnusableException.of(
          ImportCode.MIXED_RUN,
          "one RUN_TYPE in output and input",
          Place.printable(runType) + " and " + input.runType());
    }
    geometry.require(structure);
  }

  /**
   * Tells whether this run has stated its version, so that another statement is that of another
   * run.
   */
  boolean hasVersion() {
    return version != null;
  }

  boolean isFinished() {
    return finished;
  }

  String version() {
    return version;
  }

  int atoms() {
    return atoms;
  }

  TotalEnergy energy() {
    return new TotalEnergy(energyEv, "total", energyPlace.toString(), scf.lastChangeEv());
  }

  Double elapsedSeconds() {
    return elapsedSeconds;
  }

  /** Forces in eV/Angstrom, in the order of the input's atoms. Empty if they are not printed. */
  List<double[]> forces() {
    return forces;
  }
}
