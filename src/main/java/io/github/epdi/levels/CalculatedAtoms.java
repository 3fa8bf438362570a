package io.github.epdi.levels;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The atoms of a calculation, as far as its file of levels says.
 *
 * @param count how many; null if the file does not say
 * @param perElement symbols and how many of each; null if the file does not say
 */
public record CalculatedAtoms(Integer count, SortedMap<String, Integer> perElement) {
  /** A file that says nothing of atoms. */
  public static final CalculatedAtoms UNKNOWN = new CalculatedAtoms(null, null);

  /** Only the number of atoms. */
  static CalculatedAtoms of(int count) {
    return new CalculatedAtoms(count, null);
  }

  /** Atoms by their symbols, one entry an atom. */
  static CalculatedAtoms of(List<String> symbols) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    symbols.forEach(symbol -> counts.merge(symbol, 1, Integer::sum));
    return new CalculatedAtoms(symbols.size(), counts);
  }

  /** Numbers of atoms of each element. */
  static CalculatedAtoms of(SortedMap<String, Integer> perElement) {
    int count = perElement.values().stream().mapToInt(Integer::intValue).sum();
    return new CalculatedAtoms(count, perElement);
  }
}
