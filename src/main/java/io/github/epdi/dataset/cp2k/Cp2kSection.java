package io.github.epdi.dataset.cp2k;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A section of an input of CP2K: {@code &NAME PARAMETER}, keywords, sections, {@code &END}. */
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
   * Makes sections of lines.
   *
   * @throws UnusableException BAD_FILE if sections do not end
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

  /** Its name, upper case. */
  String name() {
    return name;
  }

  /** What stands behind its name; "" if nothing does. */
  String parameter() {
    return parameter;
  }

  /** Whether it has neither keywords nor sections. */
  boolean isEmpty() {
    return rows.isEmpty() && sections.isEmpty();
  }

  /** The first section of a name; an empty one if there is none. */
  Cp2kSection section(String wanted) {
    return sections(wanted).stream().findFirst().orElse(new Cp2kSection(wanted, ""));
  }

  /** All sections of a name. */
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

  /** The first line of a keyword, which may have several names. */
  Optional<Cp2kRow> row(String... keywords) {
    return rows.stream().filter(row -> row.is(List.of(keywords))).findFirst();
  }

  /** The words behind a keyword; empty if it is not there. */
  List<String> words(String... keywords) {
    return row(keywords).map(Cp2kRow::values).orElse(List.of());
  }

  /** The first word behind a keyword. */
  String word(String keyword, String otherwise) {
    return words(keyword).stream().findFirst().orElse(otherwise);
  }

  /** Whether a logical keyword stands there and is not false. */
  boolean isSet(String... keywords) {
    Optional<Cp2kRow> row = row(keywords);
    return row.isPresent() && isTrue(row.get().values().stream().findFirst().orElse("T"));
  }

  /** Whether the section is there and its parameter, if it has one, is not false. */
  boolean hasSwitched(String wanted) {
    return sections(wanted).stream().anyMatch(section -> isTrue(section.parameter));
  }

  private static boolean isTrue(String word) {
    return !word.toUpperCase(Locale.ROOT).replace(".", "").matches("F|FALSE|N|NO|OFF|0");
  }
}
