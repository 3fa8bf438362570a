package io.github.epdi.cli.query;

import io.github.epdi.cli.shell.Terminal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Writes values of an answer as text. */
final class AnswerValues {
  private static final MathContext SHOWN = new MathContext(6);
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e7;

  private AnswerValues() {}

  /** Returns a value that is not null in full. Lists, structs and bytes are JSON. */
  static String text(Object value) {
    return value instanceof Row || value instanceof Iterable || value instanceof byte[]
        ? JsonValues.text(value)
        : value.toString();
  }

  /**
   * Returns a value for people. It is "-" for null, six significant digits for a floating-point
   * number, a list with commas, and the values of a struct side by side.
   */
  static String shown(Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof Double || value instanceof Float) {
      return shown(((Number) value).doubleValue());
    }
    if (value instanceof Row row) {
      return IntStream.range(0, row.size())
          .mapToObj(i -> shown(row.get(i)))
          .collect(Collectors.joining(" "));
    }
    if (value instanceof Seq<?> list) {
      return CollectionConverters.asJava(list).stream()
          .map(AnswerValues::shown)
          .collect(Collectors.joining(", "));
    }
    return Terminal.plain(text(value));
  }

  private static String shown(double number) {
    double size = Math.abs(number);
    if (number == 0 || !Double.isFinite(number)) {
      return number == 0 ? "0" : Double.toString(number);
    }
    return size < SMALLEST_PLAIN || size >= LARGEST_PLAIN
        ? String.format(Locale.ROOT, "%.5e", number)
        : new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
