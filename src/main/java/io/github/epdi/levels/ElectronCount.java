package io.github.epdi.levels;

/**
 * Counts electrons in levels: at zero temperature from below, and with the occupations of Fermi and
 * Dirac at {@link #THERMAL_ENERGY_EV}, whatever smearing the calculation used.
 *
 * <p>Points of weight 0 are passed over. The chemical potential of n electrons is where electrons
 * above it and holes below it balance. Counted so, and not as a sum over all levels, it is sharp
 * inside wide gaps too.
 */
final class ElectronCount {
  /** Boltzmann's constant (CODATA 2018) times 1000 K, eV; part of the definition. */
  static final double THERMAL_ENERGY_EV = 8.617333262e-5 * 1000;

  /** Differences in a count of electrons that rounding can make. */
  private static final double ROUNDING = 1e-9;

  /** An occupation of {@code exp(-36)} is beyond the digits of a count. */
  private static final double NEGLIGIBLE = 36;

  private static final double LARGEST_EXPONENT = 700;
  private static final int MOST_STEPS = 200;

  /** After a step of Newton's that is this short the next would be of the size of rounding. */
  private static final double LAST_STEP_EV = 1e-8;

  private static final double LONGEST_STEP_EV = 1;

  private final double[][] energies;
  private final int[] bands;

  /** Index of the first level above the energy of the last count, by channel and k-point. */
  private final int[][] above;

  private final double[] weights;
  private final double lowest;
  private final double highest;
  private final double capacity;

  /** What the last count left: electrons less those wanted, and its derivative, 1/eV. */
  private double excess;

  private double slope;

  ElectronCount(ElectronicLevels levels) {
    int channels = levels.spin().channels();
    energies = new double[channels][];
    bands = new int[channels];
    above = new int[channels][levels.kpoints()];
    weights = new double[levels.kpoints()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = levels.weight(k) * levels.spin().electronsPerLevel();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int all = 0;
    for (int c = 0; c < channels; c++) {
      energies[c] = levels.channel(c);
      bands[c] = levels.bands(c);
      all += bands[c];
      for (int k = 0; k < weights.length; k++) {
        low = Math.min(low, energies[c][k * bands[c]]);
        high = Math.max(high, energies[c][(k + 1) * bands[c] - 1]);
      }
    }
    lowest = low;
    highest = high;
    capacity = (double) all * levels.spin().electronsPerLevel();
  }

  /** Electrons that fit into all levels. */
  double capacity() {
    return capacity;
  }

  /** Whether so many electrons leave a level for the chemical potential to lie below. */
  boolean holds(double electrons) {
    return electrons > ROUNDING && electrons < capacity - ROUNDING;
  }

  /** The highest level that holds an electron when they are filled in from below, eV. */
  double highestFilledEv(double electrons) {
    return firstLevelEv(electrons - tolerance(electrons));
  }

  /** The lowest level with room when electrons are filled in from below, eV; infinite if none. */
  double lowestEmptyEv(double electrons) {
    double target = electrons + tolerance(electrons);
    return target >= capacity ? Double.POSITIVE_INFINITY : firstLevelEv(target);
  }

  private static double tolerance(double electrons) {
    return ROUNDING * Math.max(1, electrons);
  }

  /** The lowest level up to which, itself included, more than so many electrons fit. */
  private double firstLevelEv(double electrons) {
    double below = Math.nextDown(lowest);
    double up = highest;
    while (true) {
      double middle = below + (up - below) / 2;
      if (middle <= below || middle >= up) {
        return up;
      }
      if (room(middle) > electrons) {
        up = middle;
      } else {
        below = middle;
      }
    }
  }

  /** Electrons that fit into levels up to an energy. */
  private double room(double energy) {
    double sum = 0;
    for (int c = 0; c < bands.length; c++) {
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * (firstAbove(c, k, energy) - k * bands[c]);
      }
    }
    return sum;
  }

  /** Index of the first level above an energy at a k-point. */
  private int firstAbove(int channel, int kpoint, double energy) {
    double[] all = energies[channel];
    int low = kpoint * bands[channel];
    int high = low + bands[channel];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all[middle] > energy) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * The chemical potential at which the levels hold so many electrons, eV.
   *
   * @param electrons a number that {@link #holds}
   */
  double chemicalPotentialEv(double electrons) {
    double filled = highestFilledEv(electrons);
    return chemicalPotentialEv(electrons, filled + (lowestEmptyEv(electrons) - filled) / 2);
  }

  /**
   * Chemical potentials of ascending numbers of electrons, eV; each is the start for the next.
   *
   * @param electrons numbers that the levels {@link #holds}
   */
  double[] chemicalPotentialsEv(double[] electrons) {
    double[] found = new double[electrons.length];
    for (int i = 0; i < electrons.length; i++) {
      double step = i == 0 ? Double.NaN : (electrons[i] - electrons[i - 1]) / slope;
      found[i] =
          step >= 0 && step < LONGEST_STEP_EV
              ? chemicalPotentialEv(electrons[i], found[i - 1] + step)
              : chemicalPotentialEv(electrons[i]);
    }
    return found;
  }

  private double chemicalPotentialEv(double electrons, double start) {
    double low = lowest - LARGEST_EXPONENT * THERMAL_ENERGY_EV;
    double high = highest + LARGEST_EXPONENT * THERMAL_ENERGY_EV;
    double at = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      count(at, electrons);
      if (excess == 0) {
        return at;
      }
      if (excess > 0) {
        high = at;
      } else {
        low = at;
      }
      double next = at - excess / slope;
      if (Math.abs(next - at) < LAST_STEP_EV) {
        return next;
      }
      if (!(next > low && next < high)) {
        next = low + (high - low) / 2;
        if (next <= low || next >= high) {
          return next;
        }
      }
      at = next;
    }
    return at;
  }

  /** Electrons above an energy less holes below it, and what levels below it lack or exceed. */
  private void count(double at, double electrons) {
    double below = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < bands.length; c++) {
      double[] all = energies[c];
      for (int k = 0; k < weights.length; k++) {
        int first = k * bands[c];
        int middle = firstAbove(c, k, at);
        above[c][k] = middle;
        below += weights[k] * (middle - first);
        if (weights[k] > 0) {
          nearest = middle < first + bands[c] ? Math.min(nearest, all[middle] - at) : nearest;
          nearest = middle > first ? Math.min(nearest, at - all[middle - 1]) : nearest;
        }
      }
    }
    double whole = below - electrons;
    excess = Math.abs(whole) < tolerance(electrons) ? 0 : whole;
    slope = 0;
    double farthest =
        Math.min(LARGEST_EXPONENT * THERMAL_ENERGY_EV, nearest + NEGLIGIBLE * THERMAL_ENERGY_EV);
    for (int c = 0; c < bands.length; c++) {
      for (int k = 0; k < weights.length; k++) {
        if (weights[k] > 0) {
          move(c, k, at, farthest);
        }
      }
    }
    slope /= THERMAL_ENERGY_EV;
  }

  /** Adds the electrons above and the holes below an energy, of one k-point. */
  private void move(int channel, int kpoint, double at, double farthest) {
    double[] all = energies[channel];
    int first = kpoint * bands[channel];
    int end = first + bands[channel];
    double moved = 0;
    double change = 0;
    for (int i = above[channel][kpoint]; i < end && all[i] - at < farthest; i++) {
      double power = Math.exp((at - all[i]) / THERMAL_ENERGY_EV);
      double share = power / (1 + power);
      moved += share;
      change += share / (1 + power);
    }
    for (int i = above[channel][kpoint] - 1; i >= first && at - all[i] < farthest; i--) {
      double power = Math.exp((all[i] - at) / THERMAL_ENERGY_EV);
      double share = power / (1 + power);
      moved -= share;
      change += share / (1 + power);
    }
    excess += weights[kpoint] * moved;
    slope += weights[kpoint] * change;
  }

  /** Occupation, 0 to 1, of the highest band, the most over channels and k-points that count. */
  double highestBandOccupation(double chemicalPotentialEv) {
    double most = 0;
    for (int c = 0; c < bands.length; c++) {
      for (int k = 0; k < weights.length; k++) {
        double top = weights[k] > 0 ? energies[c][(k + 1) * bands[c] - 1] : highest + 1e3;
        most = Math.max(most, 1 / (1 + Math.exp((top - chemicalPotentialEv) / THERMAL_ENERGY_EV)));
      }
    }
    return most;
  }
}
