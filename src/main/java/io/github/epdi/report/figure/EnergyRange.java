package io.github.epdi.report.figure;

import io.github.epdi.tables.BarrierRow;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A range of energies that a figure shows, in eV.
 *
 * @param lowestEv lower end
 * @param highestEv upper end, above the lower
 */
public record EnergyRange(double lowestEv, double highestEv) {
  private static final double SMALLEST_EV = 0.05;

  /** Refuses an empty range. */
  public EnergyRange {
    if (!(highestEv > lowestEv)) {
      throw new IllegalArgumentException(
          "Cannot draw energies: expected a range, found " + lowestEv + " to " + highestEv);
    }
  }

  /**
   * Returns the range that shows all points of some paths with their spreads and intervals, so that
   * their figures can be compared.
   *
   * @param paths the paths, at least one
   */
  public static EnergyRange of(Collection<BarrierRow> paths) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (BarrierRow path : paths) {
      for (int i = 0; i < path.curve().energies().valuesEv().size(); i++) {
        double spread =
            path.curve().energies().stdsEv() == null ? 0 : path.curve().energies().stdsEv().get(i);
        lowest = Math.min(lowest, path.curve().energies().valuesEv().get(i) - spread);
        highest = Math.max(highest, path.curve().energies().valuesEv().get(i) + spread);
      }
      if (path.hasEnergyIntervals()) {
        lowest = Math.min(lowest, Collections.min(path.intervals().lowsEv()));
        highest = Math.max(highest, Collections.max(path.intervals().highsEv()));
      }
      for (double energy :
          path.extra() == null ? List.<Double>of() : path.extra().energies().valuesEv()) {
        lowest = Math.min(lowest, energy);
        highest = Math.max(highest, energy);
      }
    }
    double room = Math.max(0.08 * (highest - lowest), (SMALLEST_EV - (highest - lowest)) / 2);
    return new EnergyRange(lowest - room, highest + room);
  }
}
