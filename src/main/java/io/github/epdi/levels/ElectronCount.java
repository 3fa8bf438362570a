package io.github.epdi.levels;

/**
 * Counts electrons in levels, both at zero temperature from below and with Fermi-Dirac occupations
 * at {@link #THERMAL_ENERGY_EV}. The smearing of the calculation plays no role.
 *
 * <p>K-points of weight 0 are ignored. The chemical potential of n electrons is found where the
 * electrons above it balance the holes below it. This balance is precise inside wide gaps too,
 * where a sum over all levels would lose its digits.
 */
final class ElectronCount {
  /**
   * Boltzmann's constant (CODATA 2018) times 1000 K, in eV. It is part of the definition of the
   * affinity.
   */
  static final double THERMAL_ENERGY_EV = 8.617333262e-5 * 1000;

  /** Difference in a number of electrons that rounding can cause. */
  private static final double ROUNDING = 1e-9;

  /**
   * Distance in thermal energies beyond which an occupation is neglected, as {@code exp(-36)} is
   * smaller than the last digit of a count.
   */
  private static final double NEGLIGIBLE = 36;

  private static final double LARGEST_EXPONENT = 700;
  private static final int MOST_STEPS = 200;

  /** Newton's method stops after a step this short, because the next one would only be rounding. */
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

  /** Result of the last count: electrons minus those wanted, and its derivative in 1/eV. */
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

  /** Returns the number of electrons that fit into all levels. */
  double capacity() {
    return capacity;
  }

  /**
   * Tells whether a number of electrons leaves both filled and empty levels, so that it has a
   * chemical potential.
   */
  boolean holds(double electrons) {
    return electrons > ROUNDING && electrons < capacity - ROUNDING;
  }

  /** Returns the highest level that holds an electron when levels are filled from below, eV. */
  double highestFilledEv(double electrons) {
    return firstLevelEv(electrons - tolerance(electrons));
  }

  /**
   * Returns the lowest level with room left when levels are filled from below, eV. It is infinite
   * if all are full.
   */
  double lowestEmptyEv(double electrons) {
    double target = electrons + tolerance(electrons);
    return target >= capacity ? Double.POSITIVE_INFINITY : firstLevelEv(target);
  }

  private static double tolerance(double electrons) {
    return ROUNDING * Math.max(1, electrons);
  }

  /** Returns the lowest level up to which, including itself, more than the given electrons fit. */
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

  /** Returns the number of electrons that fit into levels up to an energy. */
  private double room(double energy) {
    double sum = 0;
    for (int c = 0; c < bands.length; c++) {
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * (firstAbove(c, k, energy) - k * bands[c]);
      }
    }
    return sum;
  }

  /** Returns the index of the first level above an energy at a k-point. */
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
   * Returns the chemical potential at which the levels hold a number of electrons, eV.
   *
   * @param electrons a number that {@link #holds} accepts
   */
  double chemicalPotentialEv(double electrons) {
    double filled = highestFilledEv(electrons);
    return chemicalPotentialEv(electrons, filled + (lowestEmptyEv(electrons) - filled) / 2);
  }

  /**
   * Returns the chemical potentials of ascending numbers of electrons, eV. Each one is the starting
   * point for the next.
   *
   * @param electrons numbers that {@link #holds} accepts
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

  /**
   * Sets {@link #excess} and {@link #slope} for a chemical potential: the electrons above it minus
   * the holes below it, plus the difference between the room in all levels below it and the
   * electrons wanted.
   */
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

  /** Adds the electrons above and the holes below an energy at one k-point. */
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

  /**
   * Returns the occupation of the highest band, from 0 to 1. It is the largest over channels and
   * over k-points with a weight.
   */
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
