package io.github.epdi.dataset.cp2kruns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes settings as one text, so that two inputs with the same settings give the same text. Names
 * are in upper case and sorted, numbers and truth values in one form.
 */
final class Cp2kDump {
  static final String NONE = "none";

  /** Settings that only control printing and storage and not the result. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("PRINT", "MEMORY", "LOAD_BALANCE", "VERBOSE_OUTPUT", "PARAMETER_FILE_NAME");

  private Cp2kDump() {}

  /** Returns everything in a section except the named parts, or "none" if nothing is left. */
  static String of(Cp2kSection section, Collection<String> without) {
    List<String> parts = parts(section, without);
    return parts.isEmpty() ? NONE : String.join(", ", parts);
  }

  /** Returns the parts of the same text in order. */
  static List<String> parts(Cp2kSection section, Collection<String> without) {
    List<String> parts = new ArrayList<>();
    for (Cp2kRow row : section.rows()) {
      String name = row.words().get(0).toUpperCase(Locale.ROOT);
      if (!without.contains(name) && !WITHOUT_EFFECT.contains(name)) {
        parts.add((name + " " + values(row.values())).strip());
      }
    }
    for (Cp2kSection inner : section.sections()) {
      if (!without.contains(inner.name()) && !WITHOUT_EFFECT.contains(inner.name())) {
        String head = (inner.name() + " " + value(inner.parameter())).strip();
        parts.add("&" + head + " (" + of(inner, Set.of()) + ")");
      }
    }
    return parts.stream().sorted().toList();
  }

  static String values(List<String> words) {
    return words.stream().map(Cp2kDump::value).collect(Collectors.joining(" "));
  }

  /** Returns the one form of a word. */
  static String value(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    switch (upper) {
      case ".TRUE.", "TRUE", "T", "YES", "ON" -> {
        return "T";
      }
      case ".FALSE.", "FALSE", "F", "NO", "OFF" -> {
        return "F";
      }
      default -> {
        return upper.matches("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[ED][-+]?\\d+)?")
            ? number(Double.parseDouble(upper.replace('D', 'E')))
            : upper;
      }
    }
  }

  /** Returns a number without trailing zeros, so that 400.0 is "400". */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.9G", value)
            .replaceFirst("(\\.\\d*?)0+(E|$)", "$1$2")
            .replaceFirst("\\.(E|$)", "$1");
  }
}
