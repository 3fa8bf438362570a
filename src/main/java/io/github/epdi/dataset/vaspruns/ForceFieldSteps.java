package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import java.util.List;
import java.util.Locale;

/**
 * What a machine-learned force field (ML_LMLFF) did in a calculation. Its energies are never used
 * as labels. The last energy of the electrons is used only if it belongs to the final geometry.
 *
 * @param used whether a force field was switched on or any of its results are printed
 * @param after whether it made the last step
 * @param positions Cartesian positions of that step, Angstrom; empty if it made none or prints none
 */
record ForceFieldSteps(boolean used, boolean after, List<double[]> positions) {
  /** Positions are printed with five digits in an OUTCAR. */
  private static final double SAME_ANGSTROM = 0.005;

  static final ForceFieldSteps NONE = new ForceFieldSteps(false, false, List.of());

  ForceFieldSteps {
    positions = List.copyOf(positions);
  }

  /**
   * Checks that the last calculated energy belongs to the final structure.
   *
   * @throws UnusableException UNVERIFIED if it does not
   */
  void check(VaspOutput output, CrystalStructure structure, String structureName) {
    if (!used) {
      return;
    }
    if (output.energiesEv().isEmpty()) {
      throw unverified(structureName, "energies of a force field alone (ML_LMLFF)");
    }
    List<double[]> expected = structure.cartesianPositions();
    check(output.positions(), expected, structure, structureName, "the last one");
    if (after) {
      check(positions, expected, structure, structureName, "a later step of a force field");
    }
  }

  private static void check(
      List<double[]> found,
      List<double[]> expected,
      CrystalStructure structure,
      String structureName,
      String step) {
    if (found.size() != expected.size()) {
      throw unverified(structureName, step + " without its positions");
    }
    for (int i = 0; i < expected.size(); i++) {
      double moved = CellDistance.angstrom(structure.lattice(), expected.get(i), found.get(i));
      if (!(moved <= SAME_ANGSTROM)) {
        throw unverified(
            structureName,
            String.format(
                Locale.ROOT, "%s with atom %d %.3f Angstrom away (ML_LMLFF)", step, i + 1, moved));
      }
    }
  }

  private static UnusableException unverified(String structureName, String found) {
    return UnusableException.of(
        ImportCode.UNVERIFIED,
        "a last step whose electrons were calculated, of the geometry of " + structureName,
        found);
  }
}
