package io.github.epdi.structure.cell;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.List;
import java.util.Locale;

/**
 * Whether points times voxel is really the cell, by distances between metals and by the bonds to
 * their chalcogens (CELL_MISMATCH).
 */
public enum CellCheck {
  /** Distances across the boundary agree with the inner ones. */
  VERIFIED,
  /**
   * Nothing to compare with along a lateral axis: no inner pair of metals, or metals that scatter
   * too much to tell.
   */
  UNVERIFIED;

  private static final double TOLERANCE_ANGSTROM = 0.05;

  /**
   * Checks a structure: neighbouring metals across the boundary must be as far apart as
   * neighbouring metals within, to 0.05 Angstrom. A larger difference that random displacements of
   * the atoms explain as well is no mismatch, but leaves the cell unverified. Where metals cannot
   * tell, bonds that are longer or shorter across the boundary than within are a mismatch too.
   *
   * @throws RejectException CELL_MISMATCH, naming axis and difference
   */
  public static CellCheck of(CrystalStructure structure) {
    List<MetalPair> pairs = MetalPair.neighbours(structure);
    CellCheck check = VERIFIED;
    for (int axis = 0; axis < 2; axis++) {
      CellExcess excess = CellExcess.along(structure.lattice(), pairs, axis);
      double difference = excess == null ? 0 : Math.abs(excess.angstrom());
      if (excess == null) {
        check = UNVERIFIED;
      } else if (difference > TOLERANCE_ANGSTROM && difference <= excess.scatterAngstrom()) {
        check = UNVERIFIED;
      } else if (difference > TOLERANCE_ANGSTROM) {
        throw new RejectException(
            RejectCode.CELL_MISMATCH,
            String.format(
                Locale.ROOT,
                "Cannot use the cell along %c: expected equal metal-metal distances across its"
                    + " boundary and within, found a difference of %.3f Angstrom (points times"
                    + " voxel is not the cell, as with a stride)",
                "ab".charAt(axis),
                excess.angstrom()));
      }
    }
    BondExcess.check(structure);
    return check;
  }

  /** Lower-case name as in tables. */
  public String label() {
    return this == VERIFIED ? "verified" : "unverified";
  }
}
