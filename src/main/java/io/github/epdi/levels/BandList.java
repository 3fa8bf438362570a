package io.github.epdi.levels;

import java.util.Arrays;

/** Levels of one spin channel while a file is read: one k-point after another, all equally long. */
final class BandList {
  private static final int MOST_LEVELS = 5_000_000;

  private double[] energies = new double[256];
  private double[] filled = new double[16];
  private int size;
  private int points;
  private int bands;
  private double filledHere;

  /** Takes a level of the current k-point; the occupation is NaN where none is written. */
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

  /** Levels of the current k-point so far. */
  int here() {
    return size - points * bands;
  }

  /**
   * Ends the current k-point.
   *
   * @param line where it ends
   * @throws BadLevelsException if it has another number of bands than the first, or none
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

  /** Whole k-points. */
  int points() {
    return points;
  }

  /** Bands at each of them. */
  int bands() {
    return bands;
  }

  /** Sum of the occupations of a k-point's levels; NaN if one is not known. */
  double filled(int point) {
    return filled[point];
  }

  /** Energies of the whole k-points, eV. */
  double[] energies() {
    return Arrays.copyOf(energies, points * bands);
  }
}
