package io.github.epdi.dataset.cp2k;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** A section of an input of CP2K: {@code &NAME PARAMETER}, keywords, sections, {@code &END}. */
final class Cp2kSection {
  private static final int MOST_ROWS = 200_000;

  private final String name;
  private final String parameter;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Cp2kSection> sections = new ArrayList<>();

  private Cp2kSection(String name, String parameter) {
    this.name = name;
    this.parameter = parameter;
  }

  /**
   * Reads a whole input.
   *
   * @throws UnusableException UNSUPPORTED if it needs the preprocessor, BAD_FILE if sections do not
   *     end
   */
  static Cp2kSection read(BufferedReader in) throws IOException {
    Cp2kSection root = new Cp2kSection("", "");
    Deque<Cp2kSection> open = new ArrayDeque<>(List.of(root));
    int rows = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = line.replaceFirst("[!#].*", "").strip();
      if (text.startsWith("@") || text.contains("${")) {
        throw UnusableException.of(
            ImportCode.UNSUPPORTED, "an input without preprocessor", "\"" + text + "\"");
      }
      if (!text.isEmpty() && ++rows > MOST_ROWS) {
        throw UnusableException.of(
            ImportCode.BAD_FILE, "an input of at most " + MOST_ROWS + " lines", "more");
      }
      take(text, open);
    }
    if (open.size() != 1) {
      throw UnusableException.of(
          ImportCode.BAD_FILE, "an &END for each section", "none for &" + open.peek().name);
    }
    return root;
  }

  private static void take(String text, Deque<Cp2kSection> open) {
    if (text.isEmpty()) {
      return;
    }
    List<String> words = Arrays.asList(text.split("\\s+", -1));
    String first = words.get(0).toUpperCase(Locale.ROOT);
    if (first.equals("&END")) {
      if (open.size() == 1) {
        throw UnusableException.of(ImportCode.BAD_FILE, "a section before &END", "none");
      }
      open.pop();
    } else if (first.startsWith("&")) {
      Cp2kSection inner = new Cp2kSection(first.substring(1), words.size() > 1 ? words.get(1) : "");
      open.peek().sections.add(inner);
      open.push(inner);
    } else {
      open.peek().rows.add(words);
    }
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

  /** Names of its sections. */
  List<String> names() {
    return sections.stream().map(section -> section.name).toList();
  }

  /** Its lines, in words. */
  List<List<String>> rows() {
    return rows;
  }

  /** The words behind a keyword; empty if it is not there. */
  List<String> words(String keyword) {
    return rows.stream()
        .filter(row -> row.get(0).equalsIgnoreCase(keyword))
        .findFirst()
        .map(row -> row.subList(1, row.size()))
        .orElse(List.of());
  }

  /** The first word behind a keyword. */
  String word(String keyword, String otherwise) {
    return words(keyword).stream().findFirst().orElse(otherwise);
  }

  /** Whether a logical keyword stands there and is not false. */
  boolean isSet(String keyword) {
    boolean there = rows.stream().anyMatch(row -> row.get(0).equalsIgnoreCase(keyword));
    return there
        && !word(keyword, "T").toUpperCase(Locale.ROOT).replace(".", "").matches("F.*|NO|OFF");
  }
}
