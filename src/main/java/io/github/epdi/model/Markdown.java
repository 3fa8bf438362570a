package io.github.epdi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes Markdown from this program's own words and from foreign values, which are escaped. */
public final class Markdown {
  /** Characters that have a meaning in Markdown. */
  private static final String SPECIAL = "\\`*_[]|~#!$";

  /** Characters that have a meaning in HTML, which Markdown may hold, and their entities. */
  private static final Map<Integer, String> ENTITIES =
      Map.of((int) '<', "&lt;", (int) '>', "&gt;", (int) '&', "&amp;");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final StringBuilder out = new StringBuilder();

  /** Adds a line as it is. */
  public Markdown line(String line) {
    out.append(line).append('\n');
    return this;
  }

  /** Adds a heading between empty lines. */
  public Markdown section(String title) {
    return line("").line("## " + title).line("");
  }

  /** Adds a line of "- name: value", or nothing if there is no value. */
  public Markdown item(String name, Object value) {
    return value == null ? this : line("- " + name + ": " + text(value.toString()));
  }

  /** Adds a row of a table. Its cells must be escaped already. */
  public Markdown row(List<String> cells) {
    return line("| " + String.join(" | ", cells) + " |");
  }

  /** Adds the first row of a table. Its titles are not escaped. */
  public Markdown header(List<String> titles) {
    return row(titles).line("|---".repeat(titles.size()) + "|");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Returns a value as escaped text of one line. */
  public static String text(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
        .forEach(
            c -> {
              if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
              }
              escaped.append(ENTITIES.getOrDefault(c, Character.toString(c)));
            });
    return escaped.toString();
  }

  /** Returns several values as one escaped text. */
  static String text(List<String> values) {
    return values.isEmpty() ? "none" : text(String.join(", ", values));
  }

  /** Returns a value quoted for YAML. JSON's strings in ASCII are valid YAML. */
  public static String yaml(String value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot quote a text", e);
    }
  }

  /** Returns a number with four decimals. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
