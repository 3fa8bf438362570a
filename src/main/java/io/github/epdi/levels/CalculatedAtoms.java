package io.github.epdi.levels;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The atoms of a calculation, as far as its file of levels tells them.
 *
 * @param count number of atoms; null if the file does not tell
 * @param perElement number of atoms by element symbol; null if the file does not tell
 */
public record CalculatedAtoms(Integer count, SortedMap<String, Integer> perElement) {
  /** Used for a file that does not tell its atoms. */
  public static final CalculatedAtoms UNKNOWN = new CalculatedAtoms(null, null);

  /** Makes an instance of a file that tells only the number of atoms. */
  static CalculatedAtoms of(int count) {
    return new CalculatedAtoms(count, null);
  }

  /** Counts atoms from a list with one symbol for each atom. */
  static CalculatedAtoms of(List<String> symbols) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    symbols.forEach(symbol -> counts.merge(symbol, 1, Integer::sum));
    return new CalculatedAtoms(symbols.size(), counts);
  }

  /** Takes the numbers of atoms by element symbol. */
  static CalculatedAtoms of(SortedMap<String, Integer> perElement) {
    int count = perElement.values().stream().mapToInt(Integer::intValue).sum();
    return new CalculatedAtoms(count, perElement);
  }
}
