package io.github.epdi.suggestion;

import io.github.epdi.pes.Interval;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.DoubtColumns;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SiteRow;
import java.util.List;
import java.util.Objects;

/** Reads 80 % intervals from rows, and takes them for those of normal errors. */
final class SuggestedIntervals {
  /** Half the width of an 80 % interval of a normal distribution, in standard deviations. */
  private static final double HALF_80 = 1.2815515655446004;

  private SuggestedIntervals() {}

  /** Returns the interval of the 2D percolation barrier, or null if the run has none. */
  static Interval ofBarrier(MaterialRow row) {
    DoubtColumns doubt = row.doubt();
    return doubt == null || doubt.barriers() == null ? null : doubt.barriers().across2dEv();
  }

  /**
   * Returns the standard deviation of a normal error with this interval, eV, from the upper end, as
   * no barrier's interval reaches below zero.
   */
  static double sdEv(Interval interval, double valueEv) {
    return Math.max(0, interval.highEv() - valueEv) / HALF_80;
  }

  /**
   * Returns the mean standard deviation of the errors of energies at sites, eV, or null if none of
   * them has an interval.
   */
  static Double energySdEv(ScreenedMaterial material, List<AdsorptionSite> sites) {
    List<Double> sds =
        sites.stream().map(site -> energySdEv(material, site)).filter(Objects::nonNull).toList();
    return sds.isEmpty()
        ? null
        : Double.valueOf(sds.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  private static Double energySdEv(ScreenedMaterial material, AdsorptionSite site) {
    if (site.kind() == SiteKind.B) {
      HopRow hop =
          material.hops().stream()
              .filter(row -> row.hopId().equals(site.id()))
              .findFirst()
              .orElseThrow();
      Interval interval = hop.intervals() == null ? null : hop.intervals().bridgeEv();
      return interval == null
          ? null
          : Double.valueOf(sdEv(interval, hop.energies().bridgeEv().value()));
    }
    SiteRow row =
        material.sites().stream()
            .filter(r -> r.siteId().equals(site.id()))
            .findFirst()
            .orElseThrow();
    Interval interval = row.bindingEnergyIntervalEv();
    return interval == null ? null : Double.valueOf(sdEv(interval, row.bindingEnergyEv().value()));
  }
}
