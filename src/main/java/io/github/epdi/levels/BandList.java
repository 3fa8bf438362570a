package io.github.epdi.levels;

import java.util.Arrays;

/**
 * Collects the levels of one spin channel while a file is read, one k-point after another. All
 * k-points have the same number of bands.
 */
final class BandList {
  private static final int MOST_LEVELS = 5_000_000;

  private double[] energies = new double[256];
  private double[] filled = new double[16];
  private int size;
  private int points;
  private int bands;
  private double filledHere;

  /** Adds a level to the current k-point. The occupation is NaN if the file gives none. */
  void add(double energyEv, double occupation) {
    if (size == energies.length) {
      if (size >= MOST_LEVELS) {
        throw new BadLevelsException("at most " + MOST_LEVELS + " levels", "more");
      }
      energies = Arrays.copyOf(energies, Math.min(MOST_LEVELS, 2 * size));
    }
    energies[size++] = energyEv;
    filledHere += occupation;
  }

  /** Returns the number of levels of the current k-point so far. */
  int here() {
    return size - points * bands;
  }

  /**
   * Ends the current k-point.
   *
   * @param line where it ends, for messages
   * @throws BadLevelsException if it has no bands, or another number of bands than the first
   *     k-point
   */
  void endPoint(long line) {
    int here = here();
    if (points == 0) {
      bands = here;
    }
    if (here == 0 || here != bands) {
      throw new BadLevelsException(
          (bands == 0 ? "bands" : bands + " bands") + " at k-point " + (points + 1),
          here + " bands",
          line);
    }
    if (points == filled.length) {
      filled = Arrays.copyOf(filled, 2 * points);
    }
    filled[points++] = filledHere;
    filledHere = 0;
  }

  /** Returns the number of finished k-points. */
  int points() {
    return points;
  }

  /** Returns the number of bands at each k-point. */
  int bands() {
    return bands;
  }

  /** Returns the sum of the occupations at a k-point, or NaN if one is not known. */
  double filled(int point) {
    return filled[point];
  }

  /** Returns the energies of the finished k-points, eV, one k-point after another. */
  double[] energies() {
    return Arrays.copyOf(energies, points * bands);
  }
}
