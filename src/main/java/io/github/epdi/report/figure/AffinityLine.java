package io.github.epdi.report.figure;

import java.util.List;

/**
 * The straight line of least squares of binding energies on electron affinities.
 *
 * @param interceptEv binding energy at an affinity of zero
 * @param slope change of the binding energy with the affinity
 */
record AffinityLine(double interceptEv, double slope) {
  /**
   * Fits the line through points.
   *
   * @return the line; null if all of them have the same affinity
   */
  static AffinityLine through(List<AffinityPoint> points) {
    double meanX =
        points.stream().mapToDouble(AffinityPoint::electronAffinityEv).average().orElse(0);
    double meanY = points.stream().mapToDouble(AffinityPoint::bindingEnergyEv).average().orElse(0);
    double xx = 0;
    double xy = 0;
    for (AffinityPoint point : points) {
      double dx = point.electronAffinityEv() - meanX;
      xx += dx * dx;
      xy += dx * (point.bindingEnergyEv() - meanY);
    }
    // With less than a tenth of a meV of spread there is one affinity, and the rest is rounding.
    if (xx < 1e-8 * points.size()) {
      return null;
    }
    return new AffinityLine(meanY - xy / xx * meanX, xy / xx);
  }

  /** Returns the binding energy on the line in eV. */
  double at(double electronAffinityEv) {
    return interceptEv + slope * electronAffinityEv;
  }

  /** Returns the line as people write it, for example E = -0.97 A + 2.35 eV. */
  @Override
  public String toString() {
    String intercept = Digits.fixed(Math.abs(interceptEv), 2);
    return "E = "
        + Digits.fixed(slope, 2)
        + " A "
        + (interceptEv < 0 ? "\u2212" : "+")
        + " "
        + intercept
        + " eV";
  }
}
