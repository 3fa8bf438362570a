package io.github.epdi.levels;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks that levels belong to the calculation that they are used for. */
public final class LevelsChecks {
  private static final double FERMI_TOLERANCE_EV = 0.3;

  private LevelsChecks() {}

  /**
   * Compares the Fermi energy that a file states with the one that counting its levels gives.
   *
   * @throws RejectException LEVELS_MISMATCH if it is more than 0.3 eV below the highest filled or
   *     above the lowest empty level
   */
  static void fermiEnergy(ElectronicLevels levels) {
    if (levels.fermiEnergyEv() == null) {
      return;
    }
    ElectronCount count = new ElectronCount(levels);
    double electrons = Math.min(levels.electrons(), count.capacity());
    double filled = count.highestFilledEv(electrons);
    double empty = count.lowestEmptyEv(electrons);
    double fermi = levels.fermiEnergyEv();
    if (!(fermi >= filled - FERMI_TOLERANCE_EV && fermi <= empty + FERMI_TOLERANCE_EV)) {
      throw mismatch(
          levels,
          String.format(
              Locale.ROOT,
              "a Fermi energy between %.4f and %.4f eV, where counting %.4f electrons puts it",
              filled,
              empty,
              levels.electrons()),
          String.format(Locale.ROOT, "%.4f eV", fermi));
    }
  }

  /**
   * Compares levels with the run that wrote a grid, as far as both files tell.
   *
   * @param levels the levels
   * @param atoms number of atoms of the grid by element symbol
   * @param spinBlocks blocks of a LOCPOT: 1, 2 (spin-polarised) or 4 (noncollinear); null where the
   *     grid does not tell
   * @param electrons number of electrons of the grid's run; null where its file does not tell
   * @throws RejectException LEVELS_MISMATCH if one of them differs
   */
  public static void sameRun(
      ElectronicLevels levels,
      SortedMap<String, Integer> atoms,
      Integer spinBlocks,
      Double electrons) {
    CalculatedAtoms own = levels.atoms();
    int count = atoms.values().stream().mapToInt(Integer::intValue).sum();
    if (own.perElement() != null && !own.perElement().equals(atoms)) {
      throw mismatch(levels, "the grid's atoms " + formula(atoms), formula(own.perElement()));
    }
    if (own.count() != null && own.count() != count) {
      throw mismatch(levels, "the grid's " + count + " atoms", own.count() + "");
    }
    if (electrons != null && Math.abs(electrons - levels.electrons()) > 0.01) {
      throw mismatch(levels, "the grid's " + electrons + " electrons", levels.electrons() + "");
    }
    if (spinBlocks != null && !matches(levels.spin(), spinBlocks)) {
      throw mismatch(
          levels,
          "the spin of a grid of " + spinBlocks + (spinBlocks == 1 ? " block" : " blocks"),
          switch (levels.spin()) {
            case RESTRICTED -> "levels without spin";
            case POLARIZED -> "levels of spin up and down";
            case SPINOR -> "levels of spinors";
          });
    }
  }

  /**
   * Compares levels with the run that wrote a grid.
   *
   * @throws RejectException LEVELS_MISMATCH if the atoms differ, or the grid shows spin and the
   *     levels do not
   */
  public static void sameRun(ElectronicLevels levels, GridReading.Accepted grid) {
    SortedMap<String, Integer> atoms = new TreeMap<>();
    for (Atom atom : grid.structure().atoms()) {
      atoms.merge(atom.element().symbol(), 1, Integer::sum);
    }
    // A single block may come from a run with spin or without it.
    int blocks = grid.values().summary().spinBlocks();
    sameRun(levels, atoms, blocks > 1 ? blocks : null, null);
  }

  private static boolean matches(SpinTreatment spin, int blocks) {
    return switch (spin) {
      case RESTRICTED -> blocks == 1;
      case POLARIZED -> blocks == 2;
      case SPINOR -> blocks == 4;
    };
  }

  private static String formula(SortedMap<String, Integer> atoms) {
    StringBuilder formula = new StringBuilder();
    atoms.forEach((symbol, n) -> formula.append(symbol).append(n == 1 ? "" : n));
    return formula.toString();
  }

  private static RejectException mismatch(ElectronicLevels levels, String expected, String found) {
    return new RejectException(
        RejectCode.LEVELS_MISMATCH,
        "Cannot use the levels of "
            + levels.source()
            + ": expected "
            + expected
            + ", found "
            + found);
  }
}
