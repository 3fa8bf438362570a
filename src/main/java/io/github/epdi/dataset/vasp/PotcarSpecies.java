package io.github.epdi.dataset.vasp;

import io.github.epdi.structure.Element;
import java.util.Locale;
import java.util.Optional;

/**
 * One POTCAR of a calculation, in the order in which VASP read them. VASP gives the k-th of them to
 * the k-th species of the structure, whatever that is called there.
 *
 * @param title TITEL: "PAW_PBE Mo_sv 02Feb2006"; null if it is not stated
 * @param origin what VRHFIN says the element is: "Mo"; null if it is not stated
 * @param valence ZVAL, electrons; null if it is not stated
 * @param count how many ions of it there are; null if it is not stated
 */
record PotcarSpecies(String title, String origin, Double valence, Integer count) {
  /** The symbol in a title: "Mo" of "PAW_PBE Mo_sv 02Feb2006"; null if there is none. */
  static String symbol(String title) {
    String[] words = title.strip().split("\\s+", -1);
    String name = words.length < 2 ? words[0] : words[1];
    return name.replaceFirst("[^A-Za-z].*$", "");
  }

  /** The element that its title names, or what VRHFIN says; empty if neither is an element. */
  Optional<Element> element() {
    return titled().or(this::original);
  }

  /** Whether title and VRHFIN are of one element, as far as they name one. */
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

  /** Its title with what VRHFIN says where that is something else. */
  @Override
  public String toString() {
    String name = title == null ? "VRHFIN " + origin : title;
    return isConsistent() || title == null ? name : name + " (VRHFIN " + origin + ")";
  }
}
