package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A section of an input of CP2K: {@code &NAME PARAMETER}, then keywords and sections up to {@code
 * &END}.
 */
final class Cp2kSection {
  private final String name;
  private final String parameter;
  private final List<Cp2kRow> rows = new ArrayList<>();
  private final List<Cp2kSection> sections = new ArrayList<>();

  private Cp2kSection(String name, String parameter) {
    this.name = name;
    this.parameter = parameter;
  }

  /**
   * Makes a tree of sections from lines.
   *
   * @throws UnusableException BAD_FILE if a section does not end or was never begun
   */
  static Cp2kSection of(List<Cp2kRow> lines) {
    Cp2kSection root = new Cp2kSection("", "");
    Deque<Cp2kSection> open = new ArrayDeque<>(List.of(root));
    lines.forEach(row -> take(row, open));
    if (open.size() != 1) {
      throw UnusableException.of(
          ImportCode.BAD_FILE, "an &END for each section", "none for &" + open.peek().name);
    }
    return root;
  }

  private static void take(Cp2kRow row, Deque<Cp2kSection> open) {
    String first = row.words().get(0).toUpperCase(Locale.ROOT);
    if (first.equals("&END")) {
      if (open.size() == 1) {
        throw row.place().bad("a section before &END", first);
      }
      open.pop();
    } else if (first.startsWith("&")) {
      Cp2kSection inner =
          new Cp2kSection(first.substring(1), row.words().size() > 1 ? row.words().get(1) : "");
      open.peek().sections.add(inner);
      open.push(inner);
    } else {
      open.peek().rows.add(row);
    }
  }

  /** Name of the section in upper case. */
  String name() {
    return name;
  }

  /** The word behind the section's name. Empty if there is none. */
  String parameter() {
    return parameter;
  }

  /** Tells whether it has neither keywords nor sections. */
  boolean isEmpty() {
    return rows.isEmpty() && sections.isEmpty();
  }

  /** Returns the first section with a name, or an empty one. */
  Cp2kSection section(String wanted) {
    return sections(wanted).stream().findFirst().orElse(new Cp2kSection(wanted, ""));
  }

  /** Returns all sections with a name. */
  List<Cp2kSection> sections(String wanted) {
    return sections.stream().filter(section -> section.name.equals(wanted)).toList();
  }

  /** All its sections. */
  List<Cp2kSection> sections() {
    return List.copyOf(sections);
  }

  /** Its lines. */
  List<Cp2kRow> rows() {
    return List.copyOf(rows);
  }

  /** Returns the first line with a keyword, which may have several names. */
  Optional<Cp2kRow> row(String... keywords) {
    return rows.stream().filter(row -> row.is(List.of(keywords))).findFirst();
  }

  /** Returns the words after a keyword. Empty if the keyword is not there. */
  List<String> words(String... keywords) {
    return row(keywords).map(Cp2kRow::values).orElse(List.of());
  }

  /** Returns the first word after a keyword, or another value if there is none. */
  String word(String keyword, String otherwise) {
    return words(keyword).stream().findFirst().orElse(otherwise);
  }

  /** Tells whether a logical keyword is there and not false. */
  boolean isSet(String... keywords) {
    Optional<Cp2kRow> row = row(keywords);
    return row.isPresent() && isTrue(row.get().values().stream().findFirst().orElse("T"));
  }

  /** Tells whether a section is there and its parameter, if it has one, is not false. */
  boolean hasSwitched(String wanted) {
    return sections(wanted).stream().anyMatch(section -> isTrue(section.parameter));
  }

  private static boolean isTrue(String word) {
    return !word.toUpperCase(Locale.ROOT).replace(".", "").matches("F|FALSE|N|NO|OFF|0");
  }
}
