package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.grid.EnergyUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of steps of one self-consistent field, by diagonalisation or orbital transformation.
 * With an outer loop, its inner loops continue the same table. Keeps the last change of the total
 * energy and whether the field converged.
 */
final class ScfTable {
  /** Matches a step: number, method, its parameter, seconds, convergence, total energy, change. */
  private static final Pattern STEP =
      Pattern.compile(
          "^\\s*\\d+\\s+\\S.*?\\s(-?\\d*\\.\\d+|-?\\d+\\.\\d*|\\*+|NaN)"
              + "\\s+(-?\\d\\.\\d+E[-+]\\d+|-?\\d\\.\\d+[-+]\\d{3}|NaN)\\s*$");

  private static final Pattern OUTER =
      Pattern.compile("outer SCF iter\\s*=\\s*\\d+.*energy\\s*=\\s*(\\S+)");

  /**
   * Relative difference below which a change counts as the whole energy, which the first step of a
   * run shows as its change.
   */
  private static final double WHOLE = 0.01;

  private boolean converged;
  private Double changeHartree;
  private Double outerHartree;
  private boolean stepped;

  /** Takes a line. */
  void take(String line, Place place) {
    if (line.contains("outer SCF iter")) {
      takeOuter(line, place);
    } else if (line.contains("outer SCF loop converged in")) {
      converged = true;
    } else if (line.contains("SCF run NOT converged")
        || line.contains("outer SCF loop FAILED")
        || line.contains("Leaving inner SCF loop")) {
      converged = false;
    } else if (line.contains("SCF run converged in")) {
      converged = true;
    } else {
      takeStep(line, place);
    }
  }

  private void takeStep(String line, Place place) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      double energy = place.real(step.group(1), "a total energy");
      String exponent = step.group(2).replaceFirst("(\\d)([-+]\\d{3})$", "$1E$2");
      double change = place.real(exponent, "a change of the energy");
      boolean first = Math.abs(change - energy) <= WHOLE * Math.abs(energy);
      changeHartree = first ? null : Double.valueOf(change);
      stepped = true;
    }
  }

  /** Uses the energies of outer steps for the change where inner steps are not printed. */
  private void takeOuter(String line, Place place) {
    Matcher found = OUTER.matcher(line);
    if (found.find()) {
      double energy = place.real(found.group(1), "a total energy");
      if (!stepped) {
        changeHartree = outerHartree == null ? null : Double.valueOf(energy - outerHartree);
      }
      outerHartree = energy;
      stepped = false;
    }
  }

  boolean isConverged() {
    return converged;
  }

  /** Returns the size of the last change of the total energy, eV, or null if none is printed. */
  Double lastChangeEv() {
    return changeHartree == null
        ? null
        : Double.valueOf(Math.abs(changeHartree) * EnergyUnit.HARTREE.electronvolts());
  }
}
