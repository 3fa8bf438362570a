package io.github.epdi.dataset.cp2k;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.grid.EnergyUnit;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an output of CP2K says of its last energy. */
final class Cp2kOutput {
  private static final double BOHR_ANGSTROM = 0.529177210903;
  private static final Pattern ENERGY =
      Pattern.compile(
          "ENERGY\\| Total FORCE_EVAL.*\\[(?:a\\.u\\.|hartree)\\]:?\\s+([-+.\\dEe]+)\\s*$");
  private static final Pattern FORCE =
      Pattern.compile(
          "^\\s*(?:FORCES\\|)?\\s*\\d+\\s+(?:\\d+\\s+[A-Z]\\w*\\s+)?"
              + "(-?[\\d.]+(?:E[-+]\\d+)?)\\s+(-?[\\d.]+(?:E[-+]\\d+)?)"
              + "\\s+(-?[\\d.]+(?:E[-+]\\d+)?)(?:\\s+[\\d.E+-]+)?\\s*$");

  private String version;
  private int atoms;
  private Double energyHartree;
  private boolean converged;
  private boolean finished;
  private Double elapsedSeconds;
  private List<double[]> forces = List.of();

  private Cp2kOutput() {}

  /**
   * Reads all of it.
   *
   * @throws UnusableException BAD_FILE if it is none of CP2K's, TRUNCATED or UNCONVERGED
   */
  static Cp2kOutput read(BufferedReader in) throws IOException {
    Cp2kOutput output = new Cp2kOutput();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      output.take(line, in);
    }
    output.check();
    return output;
  }

  private void take(String line, BufferedReader in) throws IOException {
    if (line.startsWith(" CP2K| version string:")) {
      version = line.substring(line.lastIndexOf(' ') + 1);
    } else if (line.contains("- Atoms:")) {
      atoms = (int) lastNumber(line);
    } else if (line.contains("ENERGY| Total FORCE_EVAL")) {
      Matcher energy = ENERGY.matcher(line);
      energyHartree = energy.find() ? Double.valueOf(energy.group(1)) : null;
    } else if (line.contains("SCF run converged in")) {
      converged = true;
    } else if (line.contains("SCF run NOT converged")) {
      converged = false;
    } else if (line.startsWith(" ATOMIC FORCES in [a.u.]") || line.contains("FORCES| Atomic")) {
      takeForces(in);
    } else if (line.matches(" CP2K +1 +1\\.0 .*")) {
      double seconds = lastNumber(line);
      elapsedSeconds = seconds > 0 ? Double.valueOf(seconds) : null;
    } else if (line.contains("PROGRAM ENDED AT")) {
      finished = true;
    }
  }

  /** The last word of a line as a number; 0 where its field was too narrow. */
  private static double lastNumber(String line) {
    String word = line.substring(line.lastIndexOf(' ') + 1);
    return word.matches("[\\d.]+") ? Double.parseDouble(word) : 0;
  }

  /** Rows of numbers behind at most three lines of headings. */
  private void takeForces(BufferedReader in) throws IOException {
    List<double[]> found = new ArrayList<>();
    int headings = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher row = FORCE.matcher(line);
      if (row.matches()) {
        double unit = EnergyUnit.HARTREE.electronvolts() / BOHR_ANGSTROM;
        found.add(
            new double[] {
              Double.parseDouble(row.group(1)) * unit,
              Double.parseDouble(row.group(2)) * unit,
              Double.parseDouble(row.group(3)) * unit
            });
      } else if (!found.isEmpty() || ++headings > 3) {
        break;
      }
    }
    forces = found;
  }

  private void check() {
    if (version == null) {
      throw UnusableException.of(ImportCode.BAD_FILE, "an output of CP2K", "none of its lines");
    }
    if (!finished || energyHartree == null) {
      throw UnusableException.of(
          ImportCode.TRUNCATED,
          "an output to its end (PROGRAM ENDED AT) with an energy",
          "one that ends before: the run was killed, or goes on");
    }
    if (!converged) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED, "a last SCF run that converged", "one that did not");
    }
  }

  String version() {
    return version;
  }

  int atoms() {
    return atoms;
  }

  double energyEv() {
    return energyHartree * EnergyUnit.HARTREE.electronvolts();
  }

  Double elapsedSeconds() {
    return elapsedSeconds;
  }

  /** eV/Angstrom, in order of the input's atoms; empty if not printed. */
  List<double[]> forces() {
    return forces;
  }
}
