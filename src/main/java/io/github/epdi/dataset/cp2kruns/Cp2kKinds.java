package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The sections KIND of an input. An atom belongs to the kind with its name, in upper or lower case,
 * or to DEFAULT. The kind states the element, or else the name does, as in Mo, MO, Mo1 or Mo_up.
 */
final class Cp2kKinds {
  private static final Cp2kSection NONE = Cp2kSection.of(List.of());

  private final Map<String, Cp2kSection> kinds = new HashMap<>();

  Cp2kKinds(Cp2kSection subsystem) {
    for (Cp2kSection kind : subsystem.sections("KIND")) {
      kinds.putIfAbsent(kind.parameter().toUpperCase(Locale.ROOT), kind);
    }
  }

  /** Returns the section for an atom's name. It is empty if there is none. */
  Cp2kSection of(String label) {
    Cp2kSection kind = kinds.get(label.toUpperCase(Locale.ROOT));
    return kind == null ? kinds.getOrDefault("DEFAULT", NONE) : kind;
  }

  /**
   * Returns the element of an atom's name.
   *
   * @throws UnusableException BAD_FILE if there is none, UNSUPPORTED if it is a ghost, which has
   *     basis functions only
   */
  Element element(String label, Place place) {
    Cp2kSection kind = of(label);
    if (kind.isSet("GHOST")) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED, "atoms, not ghosts of them", label + " (" + place + ")");
    }
    String stated = kind.words("ELEMENT", "ELEMENT_SYMBOL").stream().findFirst().orElse(label);
    String letters = stated.replaceFirst("[^A-Za-z].*$", "");
    return symbol(letters)
        .or(() -> letters.length() > 2 ? symbol(letters.substring(0, 2)) : Optional.empty())
        .or(() -> letters.length() > 1 ? symbol(letters.substring(0, 1)) : Optional.empty())
        .orElseThrow(() -> place.bad("an element", "kind " + label));
  }

  private static Optional<Element> symbol(String letters) {
    return letters.isEmpty()
        ? Optional.empty()
        : Element.ofSymbol(
            letters.substring(0, 1).toUpperCase(Locale.ROOT)
                + letters.substring(1).toLowerCase(Locale.ROOT));
  }
}
