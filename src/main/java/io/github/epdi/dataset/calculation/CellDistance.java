package io.github.epdi.dataset.calculation;

import io.github.epdi.structure.Lattice;

/**
 * Distances between periodic positions. Wrapped fractions are used, so that a distance is exact if
 * it is shorter than half of the cell's extents and never too short otherwise.
 */
public final class CellDistance {
  private CellDistance() {}

  /** Returns the distance between two Cartesian positions, Angstrom. */
  public static double angstrom(Lattice lattice, double[] one, double[] other) {
    double[] f = lattice.fractional(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
    return length(
        lattice.cartesian(f[0] - Math.rint(f[0]), f[1] - Math.rint(f[1]), f[2] - Math.rint(f[2])));
  }

  public static double length(double[] r) {
    return Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
  }

  public static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }
}
