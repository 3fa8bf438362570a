package io.github.epdi.grid.vacuum;

import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Finds the vacuum level of one side, which is that of the field-free stretch next to its surface.
 *
 * <p>The level of {@link VacuumWindow} is taken if there is no step between its planes and the
 * surface. A dipole correction makes a step in the vacuum, at a place that its user chose. Beyond
 * the slab there is only the tail of the electrons, so the planar average of an electron's energy
 * rises more and more slowly towards the vacuum. A step breaks that rule. If there is one, the
 * level is taken from planes over one Angstrom between the surface and the step, and nowhere else.
 */
public final class VacuumSearch {
  /**
   * The result, in the file's own unit and sign.
   *
   * @param level mean of three planar averages, and their spread
   * @param beforeStep whether the level was taken between the surface and a step
   * @param defect why there is no level; null if there is one or if only its flatness is too large
   */
  public record Found(VacuumLevel level, boolean beforeStep, String defect) {}

  /** At smaller distances the wells of the atoms would hide a step. */
  private static final double FIRST_LOOK_ANGSTROM = 1.5;

  /**
   * Pairs of a distance in Angstrom and a number of tolerances. From that distance on, the planar
   * average of a slab is below the vacuum level by no more than that. In calculated slabs it is
   * below by 0.002, 0.015 and 0.08 eV at these distances.
   */
  private static final double[][] DECAY = {{3.0, 1}, {2.5, 4}, {2.0, 10}};

  /**
   * Usual depth of a slab below the vacuum. A deeper slab has a tail that is larger in proportion.
   */
  private static final double USUAL_DEPTH_EV = 30;

  private static final double NEAREST_TO_ATOMS_ANGSTROM = 2.5;
  private static final double FINE_STEP_ANGSTROM = 0.5;
  private static final double[] LOOKS_NEAR_THE_SURFACE = {1.5, 1.75, 2.0, 2.25, 2.5, 3.0};
  private static final double LOOK_STEP_ANGSTROM = 1.0;
  private static final double SLOPE_OVER_ANGSTROM = 0.25;
  private static final double STRETCH_ANGSTROM = 1.0;
  private static final double ROUNDING = 1e-6;

  private final double[] averages;
  private final double tolerance;
  private final double stepTolerance;
  private final double outermost;
  private final double gap;
  private final double planeStep;
  private final Side side;
  private final int[] samples;
  private final int electron;

  /**
   * Planar averages with an electron's sign, by distance beyond the outermost atoms in Angstrom.
   */
  private final TreeMap<Double, Double> ladder = new TreeMap<>();

  /**
   * Prepares a search on one side.
   *
   * @param slab the slab
   * @param side the side
   * @param originAngstrom height of the grid's first plane
   * @param averages averages of all planes, NaN for those that were not read
   * @param flatnessEv largest spread of averages in a flat stretch, eV
   * @param unitEv unit of the averages, eV
   */
  public VacuumSearch(
      Slab slab,
      Side side,
      double originAngstrom,
      double[] averages,
      double flatnessEv,
      double unitEv) {
    this.averages = averages;
    this.tolerance = flatnessEv / unitEv;
    this.side = side;
    int nz = averages.length;
    outermost = slab.outermostAngstrom(side) - side.sign() * originAngstrom;
    gap = slab.gapAngstrom();
    planeStep = slab.structure().lattice().heightAngstrom() / nz;
    samples = distinct(VacuumWindow.samples(slab, side, originAngstrom, nz));
    double middle = averages[VacuumWindow.middleOfSlab(slab, originAngstrom, nz)];
    double depth = Math.abs(middle - averages[samples[0]]) * unitEv;
    stepTolerance = tolerance * Math.max(1, depth / USUAL_DEPTH_EV);
    electron = middle < averages[samples[0]] ? 1 : -1;
    for (double distance : looks(gap)) {
      int m = (int) Math.rint((outermost + distance) / planeStep);
      ladder.put(m * planeStep - outermost, electron * averages[plane(m)]);
    }
  }

  /** Returns the planes that a search needs besides those of {@link VacuumWindow}. */
  public static int[] planes(Slab slab, Side side, double originAngstrom, int nz) {
    return Arrays.stream(looks(slab.gapAngstrom()))
        .mapToInt(
            distance ->
                VacuumWindow.plane(
                    slab, side, originAngstrom, slab.outermostAngstrom(side) + distance, nz))
        .toArray();
  }

  private static double[] looks(double gapAngstrom) {
    double end = gapAngstrom / 2;
    int near = LOOKS_NEAR_THE_SURFACE.length;
    double last = LOOKS_NEAR_THE_SURFACE[near - 1];
    int further = Math.max(0, (int) Math.floor((end - last) / LOOK_STEP_ANGSTROM));
    double[] all = Arrays.copyOf(LOOKS_NEAR_THE_SURFACE, near + further);
    for (int i = 0; i < further; i++) {
      all[near + i] = last + LOOK_STEP_ANGSTROM * (i + 1);
    }
    return Arrays.stream(all).filter(distance -> distance <= end).toArray();
  }

  /** Returns the level, or why there is none. */
  public Found find() {
    double[] sampled = Arrays.stream(samples).mapToDouble(k -> averages[k]).toArray();
    VacuumLevel usual = VacuumWindow.level(sampled);
    if (usual != null && usual.flatnessEv() <= tolerance && isReachedWithoutStep(usual)) {
      return new Found(usual, false, null);
    }
    return stretch(usual);
  }

  private boolean isReachedWithoutStep(VacuumLevel usual) {
    double level = electron * usual.levelEv();
    double before = Double.NaN;
    double average = Double.NaN;
    double slope = Double.POSITIVE_INFINITY;
    double steepest = stepTolerance / FINE_STEP_ANGSTROM;
    for (var look : ladder.entrySet()) {
      if (!mayLieBefore(level, look.getKey(), look.getValue())) {
        return false;
      }
      if (!Double.isNaN(before)) {
        double next = (look.getValue() - average) / (look.getKey() - before);
        if (next > Math.max(slope, 0) + steepest || next < -steepest) {
          return false;
        }
        slope = Math.min(slope, next);
      }
      before = look.getKey();
      average = look.getValue();
    }
    return true;
  }

  /**
   * Tells whether a planar average at a distance beyond the atoms fits a level that is reached
   * without a step.
   */
  private boolean mayLieBefore(double level, double distance, double average) {
    double most = Double.POSITIVE_INFINITY;
    for (double[] decay : DECAY) {
      if (distance >= decay[0] - ROUNDING) {
        most = Math.min(most, decay[1] * stepTolerance);
      }
    }
    return average - level <= stepTolerance && level - average <= most;
  }

  /** Finds the flattest stretch of planes between the surface and the first step. */
  private Found stretch(VacuumLevel usual) {
    int first = (int) Math.ceil((outermost + FIRST_LOOK_ANGSTROM) / planeStep - ROUNDING);
    double furthest =
        usual == null
            ? gap - NEAREST_TO_ATOMS_ANGSTROM
            : Math.min(gap / 2 + FINE_STEP_ANGSTROM, gap - NEAREST_TO_ATOMS_ANGSTROM);
    int last = (int) Math.floor((outermost + furthest) / planeStep + ROUNDING);
    double[] v = new double[Math.max(0, last - first + 1)];
    for (int i = 0; i < v.length; i++) {
      v[i] = electron * averages[plane(first + i)];
    }
    int end = firstStep(v);
    boolean step = end < v.length - 1;
    int from =
        (int) Math.ceil((outermost + NEAREST_TO_ATOMS_ANGSTROM) / planeStep - ROUNDING) - first;
    int span = Math.max(2, (int) Math.ceil(STRETCH_ANGSTROM / planeStep - ROUNDING));
    Found best = null;
    for (int i = from; i + span <= end; i++) {
      double flatness = spread(v, i, i + span);
      double mean = (v[i] + v[i + (span + 1) / 2] + v[i + span]) / 3;
      boolean better = best == null || (step && flatness < best.level.flatnessEv());
      if (flatness <= tolerance && better && isReached(v, first, i, mean)) {
        best = new Found(new VacuumLevel(electron * mean, flatness), true, null);
      }
    }
    if (best != null) {
      return best;
    }
    double[] sampled = Arrays.stream(samples).mapToDouble(k -> averages[k]).toArray();
    double mean = usual == null ? sampled[0] : usual.levelEv();
    double flatness = usual == null ? spread(sampled, 0, sampled.length - 1) : usual.flatnessEv();
    String defect = defect(v.length, step ? (first + end) * planeStep - outermost : 0, flatness);
    return new Found(new VacuumLevel(mean, flatness), false, defect);
  }

  private boolean isReached(double[] v, int first, int from, double level) {
    for (int i = 0; i < from; i++) {
      if (!mayLieBefore(level, (first + i) * planeStep - outermost, v[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the index of the last average before the averages rise faster than before, or fall. */
  private int firstStep(double[] v) {
    int over = Math.max(1, (int) Math.ceil(SLOPE_OVER_ANGSTROM / planeStep - ROUNDING));
    double steepest = stepTolerance / FINE_STEP_ANGSTROM;
    double slowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i + over < v.length; i++) {
      double slope = (v[i + over] - v[i]) / (over * planeStep);
      if (!(slope <= Math.max(slowest, 0) + steepest && slope >= -steepest)) {
        return i + over - 1;
      }
      slowest = Math.min(slowest, slope);
    }
    return v.length - 1;
  }

  /** Returns what is wrong, or null if only the flatness is too large. */
  private String defect(int planes, double stepAngstrom, double flatness) {
    if (planes < 3) {
      return "at least three grid planes of its own in the vacuum, found " + planes;
    }
    if (stepAngstrom == 0 && !(flatness <= tolerance)) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "a flat stretch of %.1f Angstrom between the surface and any step in the vacuum, found a"
            + " step %s beyond the outermost atoms (a dipole correction's?)",
        STRETCH_ANGSTROM,
        stepAngstrom == 0
            ? "less than 3 Angstrom"
            : String.format(Locale.ROOT, "%.2f Angstrom", stepAngstrom));
  }

  private int plane(int outward) {
    return Math.floorMod(side.sign() * outward, averages.length);
  }

  private static double spread(double[] v, int from, int to) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from; i <= to; i++) {
      min = Math.min(min, v[i]);
      max = Math.max(max, v[i]);
    }
    return max - min;
  }

  /** Removes repeated planes, because a coarse grid has fewer planes than there are samples. */
  private static int[] distinct(int[] planes) {
    return Arrays.stream(planes).distinct().toArray();
  }
}
