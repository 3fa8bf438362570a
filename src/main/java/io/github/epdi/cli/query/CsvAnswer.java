package io.github.epdi.cli.query;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Writes an answer as CSV by RFC 4180 with a header. Null is an empty cell, and lists and structs
 * are JSON. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class CsvAnswer implements AnswerWriter {
  private static final String FORMULA = "=+-@\t\r";

  private final Writer out;

  CsvAnswer(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(StructType columns) throws IOException {
    line(Arrays.stream(columns.fieldNames()).map(CsvAnswer::text));
  }

  @Override
  public void row(Row row) throws IOException {
    line(IntStream.range(0, row.size()).mapToObj(i -> cell(row.get(i))));
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void line(Stream<String> cells) throws IOException {
    out.write(cells.map(CsvAnswer::quoted).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return value instanceof String text ? text(text) : text(AnswerValues.text(value));
  }

  private static String text(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
