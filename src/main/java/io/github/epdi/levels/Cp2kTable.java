package io.github.epdi.levels;

import io.github.epdi.grid.EnergyUnit;
import java.util.Arrays;
import java.util.Locale;

/** One {@code MO|} table of CP2K, with index, eigenvalue and occupation of each level. */
final class Cp2kTable {
  private static final int MOST_ROWS = 1_000_000;

  private double[] energies = new double[64];
  private double[] occupations = new double[64];
  private int size;
  private int first;
  private boolean inEv;
  private boolean headed;

  /**
   * Reads the part of a line after {@code MO|}.
   *
   * @return whether the line ends the table
   * @throws BadLevelsException if the line does not belong to such a table
   */
  boolean takes(LevelText text) {
    if (text.take("Sum:")) {
      return true;
    }
    if (text.take("Index")) {
      headed = true;
      inEv = text.rest().contains("[eV]");
    } else if (text.more()) {
      if (!headed) {
        throw text.bad("a table \"MO|  Index  Eigenvalue\" (print key MO without EIGENVECTORS)");
      }
      row(text);
    }
    return false;
  }

  private void row(LevelText text) {
    double index = text.number();
    double hartree = text.number();
    double energy = inEv ? text.number() : hartree * EnergyUnit.HARTREE.electronvolts();
    double occupation = text.number();
    if (size == 0 && index >= 1 && index <= MOST_ROWS) {
      first = (int) index;
    }
    if (index != first + size || Double.isNaN(hartree + energy + occupation) || size == MOST_ROWS) {
      throw text.bad(
          String.format(
              Locale.ROOT, "index %d, eigenvalue and occupation of a level", first + size));
    }
    if (size == energies.length) {
      energies = Arrays.copyOf(energies, 2 * size);
      occupations = Arrays.copyOf(occupations, 2 * size);
    }
    energies[size] = energy;
    occupations[size++] = occupation;
  }

  /** Returns the number of levels. */
  int size() {
    return size;
  }

  /** Returns the index of the first level, from 1, or 0 if there is none. */
  int first() {
    return first;
  }

  /** Returns the index of the last level. */
  int last() {
    return first + size - 1;
  }

  /** Tells whether this table continues another one, as that of the empty levels of OT does. */
  boolean continues(Cp2kTable before) {
    return before != null && first > 1 && first == before.last() + 1;
  }

  /** Puts the levels of an earlier table before these. */
  void prepend(Cp2kTable before) {
    int all = before.size + size;
    double[] joined = Arrays.copyOf(before.energies, all);
    System.arraycopy(energies, 0, joined, before.size, size);
    double[] filled = Arrays.copyOf(before.occupations, all);
    System.arraycopy(occupations, 0, filled, before.size, size);
    energies = joined;
    occupations = filled;
    size = all;
    first = before.first;
  }

  /** Adds the levels to a channel as one k-point. */
  void addTo(BandList channel, long line) {
    for (int i = 0; i < size; i++) {
      channel.add(energies[i], occupations[i]);
    }
    channel.endPoint(line);
  }
}
