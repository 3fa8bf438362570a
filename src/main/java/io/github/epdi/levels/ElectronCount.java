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

  private final double[][] energies;
  private final int[] bands;
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
      for (double energy : energies[c]) {
        low = Math.min(low, energy);
        high = Math.max(high, energy);
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
    double empty = lowestEmptyEv(electrons);
    double low = lowest - LARGEST_EXPONENT * THERMAL_ENERGY_EV;
    double high = highest + LARGEST_EXPONENT * THERMAL_ENERGY_EV;
    double at = filled + (empty - filled) / 2;
    for (int step = 0; step < MOST_STEPS; step++) {
      count(at, electrons, filled, empty);
      if (excess == 0) {
        return at;
      }
      if (excess > 0) {
        high = at;
      } else {
        low = at;
      }
      double next = at - excess / slope;
      if (!(next > low && next < high)) {
        next = low + (high - low) / 2;
      }
      if (Math.abs(next - at) < 1e-12 || next == low || next == high) {
        return next;
      }
      at = next;
    }
    return at;
  }

  /** Electrons above {@code at} less holes below it, and what fills the difference of the count. */
  private void count(double at, double electrons, double filled, double empty) {
    double inGap = Math.max(0, Math.min(empty - at, at - filled));
    double farthest =
        Math.min(LARGEST_EXPONENT, NEGLIGIBLE + inGap / THERMAL_ENERGY_EV) * THERMAL_ENERGY_EV;
    double below = 0;
    double moved = 0;
    double change = 0;
    for (int c = 0; c < bands.length; c++) {
      double[] all = energies[c];
      for (int k = 0; k < weights.length; k++) {
        int first = k * bands[c];
        int end = first + bands[c];
        int middle = firstAbove(c, k, at);
        double sum = 0;
        double squares = 0;
        for (int i = middle; i < end && all[i] - at < farthest; i++) {
          double power = Math.exp((at - all[i]) / THERMAL_ENERGY_EV);
          double share = power / (1 + power);
          sum += share;
          squares += share / (1 + power);
        }
        for (int i = middle - 1; i >= first && at - all[i] < farthest; i--) {
          double power = Math.exp((all[i] - at) / THERMAL_ENERGY_EV);
          double share = power / (1 + power);
          sum -= share;
          squares += share / (1 + power);
        }
        below += weights[k] * (middle - first);
        moved += weights[k] * sum;
        change += weights[k] * squares;
      }
    }
    double whole = below - electrons;
    excess = moved + (Math.abs(whole) < tolerance(electrons) ? 0 : whole);
    slope = change / THERMAL_ENERGY_EV;
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
