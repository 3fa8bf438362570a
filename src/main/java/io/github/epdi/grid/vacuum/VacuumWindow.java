package io.github.epdi.grid.vacuum;

import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;

/**
 * Chooses the grid planes that give the vacuum level of a side. They are the same whether a file is
 * read as a whole or in planes.
 *
 * <p>The samples are the planes nearest to 0.5 Angstrom beyond the middle of the gap (seen from
 * that side), to the middle, and so on towards the slab in steps of 0.5 Angstrom. None is nearer
 * than 2.5 Angstrom to the side's outermost atoms or further than 3 Angstrom from the middle. The
 * flattest of all windows of three consecutive samples gives the level.
 */
public final class VacuumWindow {
  private static final double STEP_ANGSTROM = 0.5;
  private static final double NEAREST_TO_ATOMS_ANGSTROM = 2.5;
  private static final double FURTHEST_FROM_MIDDLE_ANGSTROM = 3.0;
  private static final double ROUNDING = 1e-9;

  /** The smallest gap that has room for three samples. */
  public static final double SMALLEST_GAP_ANGSTROM =
      2 * (NEAREST_TO_ATOMS_ANGSTROM + STEP_ANGSTROM);

  private VacuumWindow() {}

  /**
   * Returns the indices of the sampled planes, from beyond the middle towards the slab. The first
   * grid plane is at height 0.
   */
  public static int[] samples(Slab slab, Side side, int nz) {
    return samples(slab, side, 0, nz);
  }

  /**
   * Returns the indices of the sampled planes, from beyond the middle towards the slab.
   *
   * @param slab the slab
   * @param side the side
   * @param originAngstrom height of the grid's first plane
   * @param nz number of planes
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

  /**
   * Returns the grid plane nearest to the middle of the slab's atoms, where the sign of the
   * potential shows.
   */
  public static int middleOfSlab(Slab slab, double originAngstrom, int nz) {
    return plane(slab, Side.TOP, originAngstrom, slab.middleAngstrom(), nz);
  }

  /** Returns the grid plane nearest to the outermost metals of a side. */
  public static int metals(Slab slab, Side side, double originAngstrom, int nz) {
    return plane(slab, Side.TOP, originAngstrom, slab.metalsAngstrom(side), nz);
  }

  /**
   * Returns the grid plane nearest to a coordinate along a side's outward normal. Of two equally
   * near ones it is the one nearer to the slab. The first grid plane is at height 0.
   */
  public static int plane(Slab slab, Side side, double outwardAngstrom, int nz) {
    return plane(slab, side, 0, outwardAngstrom, nz);
  }

  /**
   * Returns the grid plane nearest to a coordinate along a side's outward normal. Of two equally
   * near ones it is the one nearer to the slab.
   *
   * @param slab the slab
   * @param side the side
   * @param originAngstrom height of the grid's first plane
   * @param outwardAngstrom the coordinate
   * @param nz number of planes
   */
  public static int plane(
      Slab slab, Side side, double originAngstrom, double outwardAngstrom, int nz) {
    double step = slab.structure().lattice().heightAngstrom() / nz;
    double fromFirst = outwardAngstrom - side.sign() * originAngstrom;
    int outward = (int) Math.ceil(fromFirst / step - 0.5 - ROUNDING);
    return Math.floorMod(side.sign() * outward, nz);
  }

  /**
   * Returns the level of the flattest window of sampled averages. Of equally flat windows it is the
   * first. Null if there are fewer than three averages.
   *
   * @param averages averages in the order of the samples, in the unit and sign of the result
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
