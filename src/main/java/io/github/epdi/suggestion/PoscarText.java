package io.github.epdi.suggestion;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a slab with one ion as a POSCAR of VASP with selective dynamics. Elements stand in the
 * order of their first atoms, the ion last, which is the order that the POTCAR needs.
 */
final class PoscarText {
  private PoscarText() {}

  /**
   * Returns the file.
   *
   * @param structure the slab and one ion
   * @param ion the element of the ion; no other atom has it
   * @param moves the ion's flags along a, b and c, such as "F F T"
   */
  static String of(String title, CrystalStructure structure, Element ion, String moves) {
    Map<Element, List<Atom>> species = new LinkedHashMap<>();
    for (Atom atom : structure.atoms()) {
      species.computeIfAbsent(atom.element(), e -> new ArrayList<>()).add(atom);
    }
    StringBuilder text = new StringBuilder(oneLine(title)).append("\n1.0\n");
    for (double[] vector : structure.lattice().rows()) {
      text.append(numbers(vector)).append('\n');
    }
    text.append(joined(species.keySet().stream().map(Element::symbol).toList())).append('\n');
    text.append(joined(species.values().stream().map(List::size).toList())).append('\n');
    text.append("Selective dynamics\nDirect\n");
    for (List<Atom> atoms : species.values()) {
      for (Atom atom : atoms) {
        text.append(numbers(atom.fa(), atom.fb(), atom.fc()));
        text.append("  ").append(atom.element() == ion ? moves : "F F F").append('\n');
      }
    }
    return text.toString();
  }

  /** Returns a title of one line of printable ASCII. */
  static String oneLine(String title) {
    return title.replaceAll("[^ -~]", "?");
  }

  private static String joined(Collection<?> words) {
    return words.stream()
        .map(word -> String.format(Locale.ROOT, "%6s", word))
        .collect(Collectors.joining());
  }

  private static String numbers(double... values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(String.format(Locale.ROOT, "%18.10f", value));
    }
    return text.toString();
  }
}
