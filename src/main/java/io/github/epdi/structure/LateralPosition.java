package io.github.epdi.structure;

/**
 * A place on a surface in the frame of its images: x along a, y along n x a, where n is the side's
 * outward normal.
 *
 * @param xAngstrom along a
 * @param yAngstrom along n x a
 */
public record LateralPosition(double xAngstrom, double yAngstrom) {
  /** The place of lateral fractional coordinates, not wrapped. */
  public static LateralPosition of(Lattice lattice, Side side, double u, double v) {
    double[] a = lattice.vector(0);
    double[] b = lattice.vector(1);
    double length = Math.sqrt(dot(a, a));
    double alongA = dot(a, b) / length;
    double acrossA = Math.sqrt(Math.max(0, dot(b, b) - alongA * alongA));
    // b lies on the positive side of n x a if n is along a x b: for top, in right-handed cells.
    double direction = side.sign() * Math.signum(lattice.volume());
    return new LateralPosition(u * length + v * alongA, v * acrossA * direction);
  }

  private static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }
}
