package io.github.epdi.grid;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Slab;
import java.util.Locale;

/**
 * Rejects values as IMPLAUSIBLE that cannot be a slab's potential. It looks at how far the slab
 * lies below the vacuum level, and at how far any single value lies from it.
 */
final class Plausibility {
  private static final double SHALLOWEST_EV = 3;
  private static final double DEEPEST_EV = 60;
  private static final double FURTHEST_EV = 1e4;

  private final Slab slab;
  private final RejectLedger rejects;

  Plausibility(Slab slab, RejectLedger rejects) {
    this.slab = slab;
    this.rejects = rejects;
  }

  /**
   * Checks the values against the vacuum level of one side.
   *
   * @param vacuumEv vacuum level of the side
   * @param deepestEv lowest planar average in the slab
   * @param lowEv smallest of all values that were read
   * @param highEv largest of all values that were read
   */
  void check(double vacuumEv, double deepestEv, double lowEv, double highEv) {
    double depth = vacuumEv - deepestEv;
    double furthest = Math.max(Math.abs(lowEv - vacuumEv), Math.abs(highEv - vacuumEv));
    if (!(depth >= SHALLOWEST_EV && depth <= DEEPEST_EV)) {
      add(
          String.format(
              Locale.ROOT,
              "a slab whose planar average lies %.0f to %.0f eV below the vacuum (usual: 10 to 40),"
                  + " found %.4g eV%s",
              SHALLOWEST_EV,
              DEEPEST_EV,
              depth,
              guess(depth)));
    } else if (!(furthest <= FURTHEST_EV)) {
      add(
          String.format(
              Locale.ROOT,
              "no value further than %.0e eV from the vacuum, found one %.4g eV from it",
              FURTHEST_EV,
              furthest));
    }
  }

  private void add(String expectedAndFound) {
    rejects.add(RejectCode.IMPLAUSIBLE, "Cannot use the values: expected " + expectedAndFound, 0);
  }

  /**
   * Suggests what may have gone wrong if a scaling by the volume or by another unit would make the
   * depth a usual one. Otherwise returns an empty text.
   */
  private String guess(double depth) {
    double volume = Math.abs(slab.structure().lattice().volume());
    if (isUsual(depth / volume)) {
      return String.format(
          Locale.ROOT,
          " (scaled by the cell's volume of %.1f Angstrom^3, as a density is? %.4g without)",
          volume,
          depth / volume);
    }
    for (EnergyUnit unit : new EnergyUnit[] {EnergyUnit.RYDBERG, EnergyUnit.HARTREE}) {
      double factor = unit.electronvolts();
      if (isUsual(depth * factor) || isUsual(depth / factor)) {
        return " (another unit than was declared or taken from the title, by a factor of "
            + factor
            + "?)";
      }
    }
    return "";
  }

  private static boolean isUsual(double depth) {
    return depth >= SHALLOWEST_EV && depth <= DEEPEST_EV;
  }
}
