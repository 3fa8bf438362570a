package io.github.epdi.structure;

import java.util.Locale;

/** What is wrong with a surface: the wording of SURFACE_DEFECT, and adsorbates. */
final class SurfaceDefect {
  /** How far beyond its chalcogens another atom may stick out, Angstrom. */
  private static final double CLEARANCE = 0.5;

  private SurfaceDefect() {}

  static RejectException of(Side side, String expected, String found) {
    return new RejectException(
        RejectCode.SURFACE_DEFECT,
        "Cannot find the sites of side "
            + side.label()
            + ": expected "
            + expected
            + ", found "
            + found);
  }

  /**
   * Makes sure that nothing lies on a surface.
   *
   * @throws RejectException SURFACE_DEFECT, naming the side and the atom
   */
  static void requireFree(SlabAtoms atoms, SideLayer layer) {
    int sign = layer.side().sign();
    double surface = Double.NEGATIVE_INFINITY;
    for (int chalcogen : layer.chalcogens()) {
      surface = Math.max(surface, atoms.z[chalcogen] * sign);
    }
    for (int i = 0; i < atoms.size(); i++) {
      double above = atoms.z[i] * sign - surface;
      if (above > CLEARANCE) {
        throw of(
            layer.side(),
            "nothing beyond its chalcogens",
            String.format(
                Locale.ROOT,
                "%s %.2f Angstrom beyond them (atom %d)",
                atoms.elements[i],
                above,
                i + 1));
      }
    }
  }
}
