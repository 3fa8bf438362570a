package io.github.epdi.image;

/**
 * Catmull-Rom weights: the cubic through the two middle points of four, with the slopes of central
 * differences (Catmull and Rom 1974; Keys 1981 with a = -1/2).
 */
final class CatmullRom {
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
}
