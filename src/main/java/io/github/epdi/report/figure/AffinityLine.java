package io.github.epdi.report.figure;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

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
    SimpleRegression fit = new SimpleRegression();
    points.forEach(point -> fit.addData(point.electronAffinityEv(), point.bindingEnergyEv()));
    // Below a tenth of a meV of spread there is one affinity, and rounding.
    return fit.getXSumSquares() < 1e-8 * points.size()
        ? null
        : new AffinityLine(fit.getIntercept(), fit.getSlope());
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
