package io.github.epdi.image;

/**
 * Catmull-Rom weights: the cubic through the two middle points of four, with the slopes of central
 * differences (Catmull and Rom 1974; Keys 1981 with a = -1/2).
 */
final class CatmullRom {
  /** Number of coefficients of a cubic. */
  static final int COEFFICIENTS = 4;

  private CatmullRom() {}

  /** Weight of the point before the interval, at t in [0, 1]. */
  static double before(double t) {
    return t * (t * (1 - 0.5 * t) - 0.5);
  }

  /** Weight of the point where the interval begins. */
  static double first(double t) {
    return t * t * (1.5 * t - 2.5) + 1;
  }

  /** Weight of the point where the interval ends. */
  static double second(double t) {
    return t * (t * (2 - 1.5 * t) + 0.5);
  }

  /** Weight of the point after the interval. */
  static double after(double t) {
    return t * t * (0.5 * t - 0.5);
  }

  /**
   * Works out the cubics between neighbouring points of a line. The cubic that begins at a point
   * has coefficients of 1, t, t^2 and t^3. The first point and the last two begin none, because a
   * cubic needs one point before it and two after it.
   *
   * @param points the line, of {@code count} points
   * @param out receives the coefficients; those of point i begin at {@code COEFFICIENTS * i}
   */
  static void cubics(double[] points, int count, double[] out) {
    for (int i = 1; i < count - 2; i++) {
      double p = points[i - 1];
      double q = points[i];
      double r = points[i + 1];
      double s = points[i + 2];
      int at = COEFFICIENTS * i;
      out[at] = q;
      out[at + 1] = 0.5 * (r - p);
      out[at + 2] = p - 2.5 * q + 2 * r - 0.5 * s;
      out[at + 3] = 0.5 * (s - p) + 1.5 * (q - r);
    }
  }

  /** Returns the value of the cubic whose coefficients begin at {@code at}. */
  static double value(double[] cubics, int at, double t) {
    return cubics[at] + t * cubics[at + 1] + t * t * (cubics[at + 2] + t * cubics[at + 3]);
  }

  /** Interpolates between the second and the third of four lines, value by value. */
  static void between(
      double[] p, double[] q, double[] r, double[] s, double t, int count, double[] out) {
    double wp = before(t);
    double wq = first(t);
    double wr = second(t);
    double ws = after(t);
    for (int i = 0; i < count; i++) {
      out[i] = wp * p[i] + wq * q[i] + wr * r[i] + ws * s[i];
    }
  }
}
