package io.github.epdi.screening.campaign;

import java.util.List;
import java.util.regex.Pattern;

/** The type of a campaign key's value with its range, for reading and for the table of keys. */
interface ValueType {
  /**
   * Returns the value as String, Long, Double, Boolean or List of String, or null if it does not
   * fit.
   */
  Object read(RawValue raw);

  /** Describes what is expected, for messages and for the documentation. */
  String expected();

  /** Accepts a text that matches a pattern. */
  static ValueType text(String expected, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new Named(
        expected,
        raw ->
            raw.is(RawValue.Kind.TEXT) && compiled.matcher(raw.text()).matches()
                ? raw.text()
                : null);
  }

  /** Accepts one of a few words. */
  static ValueType choice(String... words) {
    List<String> list = List.of(words);
    return new Named(
        list.size() == 1 ? "`" + words[0] + "`" : "one of " + String.join(", ", words),
        raw -> raw.is(RawValue.Kind.TEXT) && list.contains(raw.text()) ? raw.text() : null);
  }

  /** Accepts a list of a few words. A single word stands for a list of one. */
  static ValueType choices(String... words) {
    List<String> list = List.of(words);
    return new Named(
        "one or a list of " + String.join(", ", words),
        raw -> texts(raw) instanceof List<?> found && list.containsAll(found) ? found : null);
  }

  /** Accepts a whole number in a closed range. */
  static ValueType whole(long least, long most) {
    return new Named(
        "a whole number from " + least + " to " + most, raw -> whole(raw, least, most));
  }

  /** Accepts a real number in a closed range. */
  static ValueType real(double least, double most) {
    return new Named(
        "a number from " + plain(least) + " to " + plain(most), raw -> real(raw, least, most));
  }

  /** Accepts true or false. */
  static ValueType flag() {
    return new Named("true or false", ValueType::flag);
  }

  /** Accepts a list of texts. A single text stands for a list of one. */
  static ValueType texts() {
    return new Named("a text or a list of texts", ValueType::texts);
  }

  private static Object whole(RawValue raw, long least, long most) {
    if (!raw.is(RawValue.Kind.NUMBER)) {
      return null;
    }
    try {
      long value = Long.parseLong(raw.text());
      return value >= least && value <= most ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Object real(RawValue raw, double least, double most) {
    if (!raw.is(RawValue.Kind.NUMBER)) {
      return null;
    }
    try {
      double value = Double.parseDouble(raw.text());
      return value >= least && value <= most ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Object flag(RawValue raw) {
    if (!raw.is(RawValue.Kind.FLAG) || !List.of("true", "false").contains(raw.text())) {
      return null;
    }
    return Boolean.valueOf(raw.text());
  }

  private static Object texts(RawValue raw) {
    List<String> items = raw.is(RawValue.Kind.TEXT) ? List.of(raw.text()) : raw.items();
    return items.isEmpty() || items.stream().anyMatch(String::isBlank) ? null : items;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A type made of its description and its reader. */
  record Named(String expected, java.util.function.Function<RawValue, Object> reader)
      implements ValueType {
    @Override
    public Object read(RawValue raw) {
      return reader.apply(raw);
    }
  }
}
