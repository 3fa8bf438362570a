package io.github.epdi.dataset.vaspruns;

import io.github.epdi.structure.Element;
import java.util.Locale;
import java.util.Optional;

/**
 * One POTCAR of a calculation. VASP assigns the k-th POTCAR to the k-th species of the structure,
 * whatever the structure calls it.
 *
 * @param title TITEL, such as "PAW_PBE Mo_sv 02Feb2006"; null if it is not stated
 * @param origin element that VRHFIN names, such as "Mo"; null if it is not stated
 * @param valence number of valence electrons, ZVAL; null if it is not stated
 * @param count number of its ions; null if it is not stated
 */
record PotcarSpecies(String title, String origin, Double valence, Integer count) {
  /**
   * Returns the symbol in a title, such as "Mo" of "PAW_PBE Mo_sv 02Feb2006". It is empty if there
   * is none.
   */
  static String symbol(String title) {
    String[] words = title.strip().split("\\s+", -1);
    String name = words.length < 2 ? words[0] : words[1];
    return name.replaceFirst("[^A-Za-z].*$", "");
  }

  /**
   * Returns the element that the title names, or else VRHFIN. Empty if neither names an element.
   */
  Optional<Element> element() {
    return titled().or(this::original);
  }

  /** Tells whether title and VRHFIN agree, as far as both name an element. */
  boolean isConsistent() {
    Optional<Element> titled = titled();
    Optional<Element> original = original();
    return titled.isEmpty() || original.isEmpty() || titled.equals(original);
  }

  private Optional<Element> titled() {
    return title == null ? Optional.empty() : ofSymbol(symbol(title));
  }

  private Optional<Element> original() {
    return origin == null ? Optional.empty() : ofSymbol(origin);
  }

  private static Optional<Element> ofSymbol(String symbol) {
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    String usual =
        symbol.substring(0, 1).toUpperCase(Locale.ROOT)
            + symbol.substring(1).toLowerCase(Locale.ROOT);
    return Element.ofSymbol(usual);
  }

  /** Returns the title, and what VRHFIN says if that differs. */
  @Override
  public String toString() {
    String name = title == null ? "VRHFIN " + origin : title;
    return isConsistent() || title == null ? name : name + " (VRHFIN " + origin + ")";
  }
}
