package io.github.epdi.structure;

/**
 * Three cell vectors in Angstrom, as the rows of a 3x3 matrix; immutable, right- or left-handed.
 *
 * <p>A position is {@code fa * a + fb * b + fc * c} with fractional coordinates (fa, fb, fc).
 */
public final class Lattice {
  private final double[][] rows;
  private final double[][] inverse;
  private final double volume;

  private Lattice(double[][] rows) {
    this.rows = rows;
    double[] bc = cross(rows[1], rows[2]);
    double[] ca = cross(rows[2], rows[0]);
    double[] ab = cross(rows[0], rows[1]);
    this.volume = dot(rows[0], bc);
    this.inverse = new double[][] {bc, ca, ab};
  }

  /**
   * Makes a lattice of three row vectors.
   *
   * @param rows shape (3, 3), Angstrom; copied
   * @throws RejectException {@link RejectCode#BAD_CELL} if a number is not finite or the vectors
   *     span no volume (below 1e-6 of the product of their lengths)
   */
  public static Lattice of(double[][] rows) {
    double[][] copy = new double[3][];
    double lengths = 1;
    for (int i = 0; i < 3; i++) {
      copy[i] = rows[i].clone();
      lengths *= Math.sqrt(dot(copy[i], copy[i]));
    }
    Lattice lattice = new Lattice(copy);
    if (!Double.isFinite(lattice.volume) || !(Math.abs(lattice.volume) > 1e-6 * lengths)) {
      throw new RejectException(
          RejectCode.BAD_CELL,
          "Cannot use the cell: expected three vectors that span a volume, found volume "
              + lattice.volume
              + " Angstrom^3");
    }
    return lattice;
  }

  /** Component {@code axis} (0 x, 1 y, 2 z) of vector {@code vector} (0 a, 1 b, 2 c), Angstrom. */
  public double component(int vector, int axis) {
    return rows[vector][axis];
  }

  /** A copy of vector a (0), b (1) or c (2), Angstrom. */
  public double[] vector(int index) {
    return rows[index].clone();
  }

  /** A copy of the three row vectors, shape (3, 3), Angstrom. */
  public double[][] rows() {
    return new double[][] {vector(0), vector(1), vector(2)};
  }

  /** Signed volume a . (b x c), cubic Angstrom; negative for a left-handed cell. */
  public double volume() {
    return volume;
  }

  /** Cartesian position (Angstrom) of fractional coordinates. */
  public double[] cartesian(double fa, double fb, double fc) {
    double[] r = new double[3];
    for (int x = 0; x < 3; x++) {
      r[x] = fa * rows[0][x] + fb * rows[1][x] + fc * rows[2][x];
    }
    return r;
  }

  /** Fractional coordinates of a Cartesian position (Angstrom), not wrapped. */
  public double[] fractional(double x, double y, double z) {
    double[] f = new double[3];
    for (int i = 0; i < 3; i++) {
      f[i] = (inverse[i][0] * x + inverse[i][1] * y + inverse[i][2] * z) / volume;
    }
    return f;
  }

  /**
   * Unit normal of the (a, b) plane on the side where n . c > 0, whatever the handedness: the
   * outward normal of the side {@code top}.
   */
  public double[] topNormal() {
    double[] n = cross(rows[0], rows[1]);
    double sign = dot(n, rows[2]) < 0 ? -1 : 1;
    double scale = sign / Math.sqrt(dot(n, n));
    return new double[] {n[0] * scale, n[1] * scale, n[2] * scale};
  }

  /**
   * Fractional coordinates of the unit vector n x a, n the {@link #topNormal() normal}: the lateral
   * direction across a.
   */
  public double[] acrossA() {
    double[] a = rows[0];
    double length = Math.sqrt(dot(a, a));
    double[] y = cross(topNormal(), a);
    return fractional(y[0] / length, y[1] / length, y[2] / length);
  }

  /** Extent of the cell along its {@link #topNormal() normal}, Angstrom, positive. */
  public double heightAngstrom() {
    return dot(topNormal(), rows[2]);
  }

  /** Scalar product of two Cartesian vectors. */
  public static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }

  /** Vector product of two Cartesian vectors. */
  public static double[] cross(double[] p, double[] q) {
    return new double[] {
      p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]
    };
  }
}
