package io.github.epdi.suggestion;

/**
 * A predicted 2D percolation barrier by which materials are ranked.
 *
 * @param ev the barrier, eV
 * @param sdEv standard deviation of its error, eV; 0 if it is known
 * @param siteShare share of its variance that the energy of one of its two sites would settle, from
 *     0 to 1
 */
public record Barrier(double ev, double sdEv, double siteShare) {
  /**
   * Makes a barrier, which is the difference of two energies. What their errors share cancels in
   * it; what they do not share is taken to be equal and independent, each with half of the
   * barrier's variance. One energy alone then settles, by linear regression, the share
   * sd(barrier)^2 / (4 sd(energy)^2) of that variance, at most a half.
   *
   * @param sdEv standard deviation of the barrier's error, eV
   * @param energySdEv standard deviation of one energy's error, eV; null if it is not known
   */
  public static Barrier of(double ev, double sdEv, Double energySdEv) {
    double share =
        energySdEv == null || energySdEv <= 0
            ? 0.5
            : Math.min(0.5, sdEv * sdEv / (4 * energySdEv * energySdEv));
    return new Barrier(ev, sdEv, share);
  }

  /**
   * Returns the barrier after the energies of its lowest and highest place are calculated. Two give
   * it; one leaves the rest of its variance.
   *
   * @param lowestEv energy of the lowest place, eV; null if it is not calculated
   * @param highestEv energy of the highest place, eV; null if it is not calculated
   */
  Barrier after(Double lowestEv, Double highestEv) {
    if (lowestEv != null && highestEv != null) {
      return new Barrier(highestEv - lowestEv, 0, 0);
    }
    return lowestEv == null && highestEv == null
        ? this
        : new Barrier(ev, sdEv * Math.sqrt(1 - siteShare), siteShare);
  }
}
