package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many atoms of each element a cell holds, and its formulas by the rules of the OPTIMADE
 * specification 1.2 for {@code structures}. Immutable.
 */
public final class ElementCounts {
  private static final int LETTERS = 26;

  private final List<Element> elements;
  private final List<Integer> counts;

  private ElementCounts(SortedMap<Element, Integer> counts) {
    this.elements = List.copyOf(counts.keySet());
    this.counts = List.copyOf(counts.values());
  }

  /** Counts atoms. */
  static ElementCounts of(List<Atom> atoms) {
    SortedMap<Element, Integer> counts = new TreeMap<>(Comparator.comparing(Element::symbol));
    atoms.forEach(atom -> counts.merge(atom.element(), 1, Integer::sum));
    return new ElementCounts(counts);
  }

  /** Symbols in alphabetical order. */
  public List<String> symbols() {
    return elements.stream().map(Element::symbol).toList();
  }

  /** Returns the share of each of {@link #symbols()} in the atoms. The shares sum to one. */
  public List<Double> ratios() {
    double all = counts.stream().mapToInt(Integer::intValue).sum();
    return counts.stream().map(n -> n / all).toList();
  }

  /**
   * Returns the symbols in alphabetical order, each followed by its smallest whole number unless
   * that is 1, such as "Mo8S18Ti".
   */
  public String reducedFormula() {
    return formula(symbols(), reduced());
  }

  /**
   * Returns the formula with letters in place of symbols, such as "A18B8C". The most frequent
   * element is A. After Z come Aa, Ba and so on.
   */
  public String anonymousFormula() {
    List<Integer> descending = new ArrayList<>(reduced());
    descending.sort(Comparator.reverseOrder());
    return formula(
        IntStream.range(0, descending.size()).mapToObj(ElementCounts::letters).toList(),
        descending);
  }

  private List<Integer> reduced() {
    int divisor = counts.stream().reduce(0, ElementCounts::commonDivisor);
    return counts.stream().map(n -> n / divisor).toList();
  }

  private static int commonDivisor(int p, int q) {
    return q == 0 ? p : commonDivisor(q, p % q);
  }

  private static String letters(int index) {
    String first = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? first : first + (char) ('a' + index / LETTERS - 1);
  }

  private static String formula(List<String> symbols, List<Integer> numbers) {
    StringBuilder formula = new StringBuilder();
    for (int i = 0; i < symbols.size(); i++) {
      formula.append(symbols.get(i)).append(numbers.get(i) == 1 ? "" : numbers.get(i));
    }
    return formula.toString();
  }
}
