package io.github.epdi.cli.query;

import io.github.epdi.cli.shell.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Prints the first rows of an answer as aligned columns, numbers to the right, and how many more
 * rows there are.
 */
final class TableAnswer {
  private static final int WIDEST = 60;
  private static final String GAP = "  ";

  private final PrintWriter out;

  TableAnswer(PrintWriter out) {
    this.out = out;
  }

  void print(Dataset<Row> answer, int limit) {
    List<Row> rows = answer.takeAsList(limit + 1);
    StructField[] columns = answer.schema().fields();
    List<String[]> lines = new ArrayList<>();
    lines.add(
        Arrays.stream(columns).map(c -> cut(Terminal.plain(c.name()))).toArray(String[]::new));
    for (Row row : rows.subList(0, Math.min(limit, rows.size()))) {
      lines.add(
          IntStream.range(0, row.size())
              .mapToObj(i -> cut(AnswerValues.shown(row.get(i))))
              .toArray(String[]::new));
    }
    int[] widths = widths(lines, columns.length);
    lines.forEach(cells -> out.println(line(cells, widths, columns)));
    if (rows.isEmpty()) {
      out.println("No rows.");
    } else if (rows.size() > limit) {
      out.printf(
          Locale.ROOT,
          "... and %d more rows (--limit, or --format csv for all)%n",
          answer.count() - limit);
    }
  }

  private static int[] widths(List<String[]> lines, int columns) {
    return IntStream.range(0, columns)
        .map(i -> lines.stream().mapToInt(cells -> width(cells[i])).max().orElse(0))
        .toArray();
  }

  private static String line(String[] cells, int[] widths, StructField[] columns) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String padding = " ".repeat(widths[i] - width(cells[i]));
      boolean right = isNumber(columns[i].dataType());
      line.append(i == 0 ? "" : GAP)
          .append(right ? padding : "")
          .append(cells[i])
          .append(right ? "" : padding);
    }
    return line.toString().stripTrailing();
  }

  private static boolean isNumber(DataType type) {
    return type instanceof NumericType;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String cut(String cell) {
    return width(cell) <= WIDEST
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "\u2026";
  }
}
