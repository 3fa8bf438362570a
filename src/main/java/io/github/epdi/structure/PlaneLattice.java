package io.github.epdi.structure;

/**
 * A two-dimensional lattice in Cartesian coordinates (Angstrom) of the plane: x along a of the
 * cell, y towards b. Immutable.
 */
final class PlaneLattice {
  private static final double ROUNDING = 1e-12;

  private final double[] p;
  private final double[] q;
  private final double determinant;

  private PlaneLattice(double[] p, double[] q) {
    this.p = p;
    this.q = q;
    this.determinant = p[0] * q[1] - p[1] * q[0];
  }

  /** The lattice of two vectors (x, y), not collinear. */
  static PlaneLattice of(double[] p, double[] q) {
    return new PlaneLattice(p.clone(), q.clone());
  }

  /** The lateral lattice of a cell: a along x, b with y > 0. */
  static PlaneLattice of(Lattice cell) {
    double[] a = cell.vector(0);
    double[] b = cell.vector(1);
    double[] ab = Lattice.cross(a, b);
    double length = Math.sqrt(Lattice.dot(a, a));
    double[] p = {length, 0};
    double[] q = {Lattice.dot(a, b) / length, Math.sqrt(Lattice.dot(ab, ab)) / length};
    return new PlaneLattice(p, q);
  }

  /**
   * The same lattice by its shortest two vectors (Lagrange's reduction). It ends when a step makes
   * nothing shorter: in a hexagonal cell two vectors are equally short but for rounding, and each
   * would follow the other for ever.
   */
  PlaneLattice reduced() {
    double[] s = p.clone();
    double[] t = q.clone();
    boolean shorter = true;
    while (true) {
      if (dot(s, s) > dot(t, t)) {
        double[] swap = s;
        s = t;
        t = swap;
      }
      long n = Math.round(dot(s, t) / dot(s, s));
      if (n == 0 || !shorter) {
        return new PlaneLattice(s, t);
      }
      double before = dot(t, t);
      t = new double[] {t[0] - n * s[0], t[1] - n * s[1]};
      shorter = dot(t, t) < before * (1 - ROUNDING);
    }
  }

  double x(double u, double v) {
    return u * p[0] + v * q[0];
  }

  double y(double u, double v) {
    return u * p[1] + v * q[1];
  }

  /** First fractional coordinate of a Cartesian vector. */
  double u(double x, double y) {
    return (x * q[1] - y * q[0]) / determinant;
  }

  /** Second fractional coordinate of a Cartesian vector. */
  double v(double x, double y) {
    return (y * p[0] - x * p[1]) / determinant;
  }

  double area() {
    return Math.abs(determinant);
  }

  /** Distance between lattice lines that are one step of u apart. */
  double spacingU() {
    return area() / Math.sqrt(dot(q, q));
  }

  /** Distance between lattice lines that are one step of v apart. */
  double spacingV() {
    return area() / Math.sqrt(dot(p, p));
  }

  /** A copy of the first vector. */
  double[] first() {
    return p.clone();
  }

  /** A copy of the second vector. */
  double[] second() {
    return q.clone();
  }

  static double dot(double[] s, double[] t) {
    return s[0] * t[0] + s[1] * t[1];
  }
}
