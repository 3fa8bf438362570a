package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import java.util.List;
import java.util.Locale;

/** Checks that the files of one folder belong to one calculation. */
final class VaspChecks {
  /** An OSZICAR has eight digits, which is 1e-5 eV for a thousand eV. */
  private static final double SAME_ENERGY_EV = 1e-3;

  private static final double SAME_POSITION_ANGSTROM = 0.05;

  private VaspChecks() {}

  /**
   * Checks an output against the structure beside it: number, elements and positions of the atoms.
   *
   * @throws UnusableException MIXED_RUN, WRONG_ATOMS or UNVERIFIED
   */
  static void structure(VaspOutput output, CrystalStructure structure, String structureName) {
    if (output.atoms() != structure.atoms().size()) {
      throw UnusableException.of(
          ImportCode.MIXED_RUN,
          "as many atoms in " + output.file() + " and " + structureName,
          output.atoms() + " and " + structure.atoms().size());
    }
    PotcarOrder.check(output, structure, structureName);
    output.forceField().check(output, structure, structureName);
    positions(output, structure, structureName);
  }

  private static void positions(
      VaspOutput output, CrystalStructure structure, String structureName) {
    if (output.positions().size() != structure.atoms().size()) {
      return; // forces are not printed with NWRITE = 0
    }
    List<double[]> expected = structure.cartesianPositions();
    for (int i = 0; i < expected.size(); i++) {
      double moved =
          CellDistance.angstrom(structure.lattice(), expected.get(i), output.positions().get(i));
      if (!(moved <= SAME_POSITION_ANGSTROM)) {
        throw UnusableException.of(
            ImportCode.MIXED_RUN,
            "atoms of " + structureName + " where the " + output.file() + "'s last step has them",
            String.format(Locale.ROOT, "atom %d %.2f Angstrom away", i + 1, moved));
      }
    }
  }

  /**
   * Checks that two files state the same energy.
   *
   * @throws UnusableException MIXED_RUN if they do not
   */
  static void sameEnergy(String file, double energyEv, String other, Double otherEv) {
    if (otherEv == null || !(Math.abs(otherEv - energyEv) < SAME_ENERGY_EV)) {
      throw UnusableException.of(
          ImportCode.MIXED_RUN,
          "the same energy in " + file + " and " + other,
          otherEv == null
              ? "none in " + other
              : String.format(Locale.ROOT, "%.6f and %.6f eV", energyEv, otherEv));
    }
  }

  /**
   * Returns the energy of the wanted kind, eV.
   *
   * @throws UnusableException BAD_FILE if the last step has none
   */
  static double energy(VaspOutput output, EnergyKind kind) {
    Double energy = output.energiesEv().get(kind);
    if (energy == null) {
      throw UnusableException.of(
          ImportCode.BAD_FILE,
          "energy " + kind.label() + " in the " + output.file() + "'s last step",
          "none");
    }
    return energy;
  }
}
