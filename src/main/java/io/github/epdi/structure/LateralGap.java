package io.github.epdi.structure;

import java.util.Arrays;
import java.util.Locale;

/**
 * The widest strip of the plane that no atom lies in: between the rows of a direction of the
 * lattice, across the boundary too.
 *
 * @param widthAngstrom its width
 * @param rows how to name its direction: "along a", "along b", "across the rows [1 1]"
 */
record LateralGap(double widthAngstrom, String rows) {
  /** Steps of u and v from one row to the next; the first two lie between rows of b and of a. */
  private static final int[][] DIRECTIONS = {
    {1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}, {1, 2}, {2, -1}, {1, -2}
  };

  /** The widest gap of all atoms of a slab; of width 0 where there are no atoms. */
  static LateralGap widest(SlabAtoms atoms) {
    LateralGap widest = new LateralGap(0, "");
    if (atoms.size() == 0) {
      return widest;
    }
    for (int[] direction : DIRECTIONS) {
      double width = width(atoms, direction);
      if (width > widest.widthAngstrom + 1e-6) {
        widest = new LateralGap(width, name(direction));
      }
    }
    return widest;
  }

  private static double width(SlabAtoms atoms, int[] direction) {
    double[] row = {
      atoms.plane.x(direction[1], -direction[0]), atoms.plane.y(direction[1], -direction[0])
    };
    double spacing = atoms.plane.area() / Math.hypot(row[0], row[1]);
    double[] f = new double[atoms.size()];
    for (int i = 0; i < f.length; i++) {
      double u = atoms.plane.u(atoms.x[i], atoms.y[i]);
      double v = atoms.plane.v(atoms.x[i], atoms.y[i]);
      f[i] = AtomFreeGap.wrap(direction[0] * u + direction[1] * v);
    }
    Arrays.sort(f);
    double widest = f[0] + 1 - f[f.length - 1];
    for (int i = 1; i < f.length; i++) {
      widest = Math.max(widest, f[i] - f[i - 1]);
    }
    return widest * spacing;
  }

  private static String name(int[] direction) {
    if (direction[1] == 0) {
      return "along a";
    }
    return direction[0] == 0
        ? "along b"
        : String.format(Locale.ROOT, "across the rows [%d %d]", direction[1], -direction[0]);
  }
}
