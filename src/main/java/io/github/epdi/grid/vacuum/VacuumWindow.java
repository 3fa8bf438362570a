package io.github.epdi.grid.vacuum;

import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;

/**
 * Where the vacuum level of a side is taken: single grid planes, the same in every read mode.
 *
 * <p>Samples are the planes nearest to 0.5 Angstrom beyond the middle of the gap (seen from that
 * side), the middle, and on towards the slab in steps of 0.5 Angstrom, no nearer than 2.5 Angstrom
 * to the side's outermost atoms and no further than 3 Angstrom from the middle. Of all windows of
 * three consecutive samples the flattest gives the level.
 */
public final class VacuumWindow {
  private static final double STEP_ANGSTROM = 0.5;
  private static final double NEAREST_TO_ATOMS_ANGSTROM = 2.5;
  private static final double FURTHEST_FROM_MIDDLE_ANGSTROM = 3.0;
  private static final double ROUNDING = 1e-9;

  /** The smallest gap that holds three samples. */
  public static final double SMALLEST_GAP_ANGSTROM =
      2 * (NEAREST_TO_ATOMS_ANGSTROM + STEP_ANGSTROM);

  private VacuumWindow() {}

  /** Indices of the sampled planes, from beyond the middle towards the slab. */
  public static int[] samples(Slab slab, Side side, int nz) {
    return samples(slab, side, 0, nz);
  }

  /**
   * Indices of the sampled planes, from beyond the middle towards the slab.
   *
   * @param originAngstrom height of the first plane
   */
  public static int[] samples(Slab slab, Side side, double originAngstrom, int nz) {
    double outermost = slab.outermostAngstrom(side);
    double middle = outermost + slab.gapAngstrom() / 2;
    double nearest =
        Math.max(outermost + NEAREST_TO_ATOMS_ANGSTROM, middle - FURTHEST_FROM_MIDDLE_ANGSTROM);
    int count = 1 + (int) Math.floor((middle + STEP_ANGSTROM - nearest) / STEP_ANGSTROM + ROUNDING);
    int[] planes = new int[Math.max(0, count)];
    for (int i = 0; i < count; i++) {
      planes[i] = plane(slab, side, originAngstrom, middle + STEP_ANGSTROM * (1 - i), nz);
    }
    return planes;
  }

  /** The grid plane nearest to the middle of the slab's atoms, which shows the sign. */
  public static int middleOfSlab(Slab slab, double originAngstrom, int nz) {
    return plane(slab, Side.TOP, originAngstrom, slab.middleAngstrom(), nz);
  }

  /** The grid plane nearest to the outermost metals of a side. */
  public static int metals(Slab slab, Side side, double originAngstrom, int nz) {
    return plane(slab, Side.TOP, originAngstrom, slab.metalsAngstrom(side), nz);
  }

  /**
   * The grid plane nearest to a coordinate along a side's outward normal; of two equally near ones
   * that nearer to the slab.
   */
  public static int plane(Slab slab, Side side, double outwardAngstrom, int nz) {
    return plane(slab, side, 0, outwardAngstrom, nz);
  }

  /**
   * The same where the first plane is not the cell's corner.
   *
   * @param originAngstrom height of the first plane
   */
  public static int plane(
      Slab slab, Side side, double originAngstrom, double outwardAngstrom, int nz) {
    double step = slab.structure().lattice().heightAngstrom() / nz;
    double fromFirst = outwardAngstrom - side.sign() * originAngstrom;
    int outward = (int) Math.ceil(fromFirst / step - 0.5 - ROUNDING);
    return Math.floorMod(side.sign() * outward, nz);
  }

  /**
   * The level of sampled planes' averages, in their order; the first of equally flat windows.
   *
   * @param averages in the unit and sign that the level shall have
   */
  public static VacuumLevel level(double[] averages) {
    VacuumLevel best = null;
    for (int i = 0; i + 2 < averages.length; i++) {
      double p = averages[i];
      double q = averages[i + 1];
      double r = averages[i + 2];
      double flatness = Math.max(p, Math.max(q, r)) - Math.min(p, Math.min(q, r));
      if (best == null || flatness < best.flatnessEv() || Double.isNaN(best.flatnessEv())) {
        best = new VacuumLevel((p + q + r) / 3, flatness);
      }
    }
    return best;
  }
}
