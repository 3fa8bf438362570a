package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads symbols, counts and positions from the header of a VASP file.
 *
 * <p>VASP 4 writes no symbols. Then the symbols behind the coordinates are used, as pymatgen does,
 * or else those at the beginning of the title, as ASE does. If neither are there, the elements are
 * unknown and none is guessed.
 */
final class VaspAtoms {
  /** Matches "Mo" and the forms of newer versions: "Mo_pv", "Mg_pv/f474ac0d", "Mo/". */
  private static final Pattern SYMBOL = Pattern.compile("([A-Z][a-z]?)(?:[_/.].*)?");

  private static final int MOST_SPECIES = 1000;

  private final String title;
  private final StructureBuilder atoms;
  private final List<String> flags = new ArrayList<>();
  private final List<String> symbols = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private HeaderLine symbolLine;
  private boolean cartesian;

  VaspAtoms(String title, RejectLedger rejects) {
    this.title = title;
    this.atoms = new StructureBuilder(rejects);
  }

  List<String> flags() {
    return flags;
  }

  /** Returns the number of atoms, once they were read. */
  int count() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** Reads from the symbols (or the counts, if there are no symbols) to the last atom. */
  void read(TextInput in) throws IOException {
    int total = readSpecies(in);
    HeaderLine mode = in.next("\"Direct\" or \"Cartesian\"");
    if (startsWith(mode, "s")) {
      mode = in.next("\"Direct\" or \"Cartesian\"");
    }
    cartesian = startsWith(mode, "c") || startsWith(mode, "k");
    if (!cartesian && !startsWith(mode, "d")) {
      throw mode.unexpected("\"Selective dynamics\", \"Direct\" or \"Cartesian\"");
    }
    List<HeaderLine> lines = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      HeaderLine line = in.next("the position of atom " + (i + 1) + " of " + total);
      line.reals3(0, "three coordinates of atom " + (i + 1) + " of " + total);
      lines.add(line);
    }
    if (symbols.isEmpty()) {
      nameSpecies(lines);
    }
    place(lines);
  }

  /** Returns the structure in a cell, or null if it has none. */
  CrystalStructure structure(VaspCell cell) {
    return cartesian
        ? atoms.scaled(cell.factors()).cartesian(cell.rows())
        : atoms.fractional(cell.rows());
  }

  /**
   * Reads symbols and counts, which take several lines each if there are many species. Returns the
   * number of atoms.
   */
  private int readSpecies(TextInput in) throws IOException {
    String expected = "element symbols or numbers of atoms";
    HeaderLine line = in.next(expected);
    symbolLine = line;
    while (!line.hasIntegers(0, 1)) {
      if (line.size() == 0 || symbols.size() > MOST_SPECIES) {
        throw line.unexpected(expected);
      }
      symbols.addAll(line.words());
      line = in.next("numbers of atoms");
    }
    long total = 0;
    while (true) {
      for (int i = 0; i < line.size() && line.hasIntegers(i, 1); i++) {
        long count = line.integer(i, "numbers of atoms");
        total += Math.max(0, count);
        StructureBuilder.checkCount(total, line);
        if (count < 0) {
          throw line.unexpected("numbers of atoms");
        }
        counts.add((int) count);
      }
      if (counts.size() >= symbols.size()) {
        break;
      }
      line = in.next("numbers of atoms for " + symbols.size() + " species");
      if (!line.hasIntegers(0, 1)) {
        throw line.unexpected("numbers of atoms for " + symbols.size() + " species");
      }
    }
    if (total == 0 || (!symbols.isEmpty() && counts.size() != symbols.size())) {
      throw line.unexpected("as many numbers of atoms as symbols, not all zero");
    }
    return (int) total;
  }

  private void nameSpecies(List<HeaderLine> lines) {
    int first = 0;
    for (int count : counts) {
      List<String> words = count == 0 ? List.of() : lines.get(first).words();
      String last = words.isEmpty() ? "" : words.get(words.size() - 1);
      if (words.size() > 3 && !last.matches("[TF]") && element(last).isPresent()) {
        symbols.add(last);
      }
      first += count;
    }
    if (symbols.size() == counts.size()) {
      flags.add("vasp4_symbols_behind_coordinates");
      return;
    }
    symbols.clear();
    List<String> words = title.isEmpty() ? List.of() : List.of(title.split(" "));
    for (int i = 0; i < Math.min(words.size(), counts.size()); i++) {
      if (element(words.get(i)).isPresent()) {
        symbols.add(words.get(i));
      }
    }
    if (symbols.size() == counts.size()) {
      flags.add("vasp4_symbols_from_title");
    } else {
      symbols.clear();
    }
  }

  private void place(List<HeaderLine> lines) {
    if (symbols.isEmpty()) {
      atoms.unknownElement(
          "only numbers of atoms, " + symbolLine.text().strip() + ", as VASP 4 writes", symbolLine);
      return;
    }
    int at = 0;
    for (int s = 0; s < counts.size(); s++) {
      for (int i = 0; i < counts.get(s); i++, at++) {
        String name = symbols.get(s);
        atoms.atom(element(name), name, lines.get(at).reals3(0, "coordinates"), symbolLine);
      }
    }
  }

  /** Returns the element that a symbol of VASP names, whatever follows it. */
  static Optional<Element> element(String word) {
    Matcher symbol = SYMBOL.matcher(word);
    return symbol.matches() ? Element.ofSymbol(symbol.group(1)) : Optional.empty();
  }

  private static boolean startsWith(HeaderLine line, String letter) {
    return line.text().strip().toLowerCase(Locale.ROOT).startsWith(letter);
  }
}
