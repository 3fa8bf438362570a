package io.github.epdi.dataset;

import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.NearestName;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/** Finds the columns of a table of labels and turns its rows into {@link Label}s. */
final class LabelColumns {
  private static final int ABSENT = -1;

  private final String uri;
  private final String target;
  private final int materialId;
  private final int fracA;
  private final int fracB;
  private final int energy;
  private final int siteId;
  private final int kind;
  private final int side;
  private final int gridUri;

  private LabelColumns(String uri, List<String> names, String target) {
    this.uri = uri;
    this.target = target;
    materialId = needed(uri, names, "material_id");
    fracA = needed(uri, names, "frac_a");
    fracB = needed(uri, names, "frac_b");
    energy = needed(uri, names, target);
    siteId = names.indexOf("site_id");
    kind = names.indexOf("kind");
    side = names.indexOf("side");
    gridUri = names.indexOf("grid_uri");
  }

  static LabelColumns of(String uri, List<String> names, String target) {
    return new LabelColumns(uri, names, target);
  }

  private static int needed(String uri, List<String> names, String column) {
    int index = names.indexOf(column);
    if (index < 0) {
      List<String> found = LabelTable.visible(names);
      throw new InputException(
          "Cannot read labels of "
              + uri
              + ": expected a column "
              + column
              + ", found "
              + String.join(", ", found)
              + " (nearest: "
              + NearestName.of(column, found)
              + ")");
    }
    return index;
  }

  Label label(Row row, long number) {
    if (LabelTable.isBroken(row)) {
      throw bad(number, "as many fields as the header has", quoted(row.getString(row.size() - 1)));
    }
    return new Label(
        number,
        text(row, number, materialId, "material_id"),
        optional(row, siteId),
        kind(row, number),
        number(row, number, fracA, "frac_a"),
        number(row, number, fracB, "frac_b"),
        number(row, number, energy, target),
        side(row, number),
        optional(row, gridUri));
  }

  private static String optional(Row row, int column) {
    return column == ABSENT || row.isNullAt(column) ? null : row.get(column).toString();
  }

  private Side side(Row row, long number) {
    String text = optional(row, side);
    if (text == null) {
      return null;
    }
    return Arrays.stream(Side.values())
        .filter(known -> known.label().equals(text))
        .findFirst()
        .orElseThrow(() -> bad(number, "top or bottom in column side", quoted(text)));
  }

  private SiteKind kind(Row row, long number) {
    String text = optional(row, kind);
    if (text == null) {
      return null;
    }
    return Arrays.stream(SiteKind.values())
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(() -> bad(number, "T, H or B in column kind", quoted(text)));
  }

  private String text(Row row, long number, int index, String column) {
    if (row.isNullAt(index) || row.get(index).toString().isBlank()) {
      throw bad(number, "a name in column " + column, "nothing");
    }
    return row.get(index).toString();
  }

  private double number(Row row, long number, int index, String column) {
    if (row.isNullAt(index)) {
      throw bad(number, "a number in column " + column, "nothing");
    }
    Object value = row.get(index);
    try {
      double parsed = value instanceof Number n ? n.doubleValue() : parse(value.toString());
      if (Double.isFinite(parsed)) {
        return parsed;
      }
    } catch (NumberFormatException e) {
      throw bad(number, "a number in column " + column, quoted(value));
    }
    throw bad(number, "a finite number in column " + column, quoted(value));
  }

  private static String quoted(Object value) {
    return "'" + value + "'";
  }

  private static double parse(String text) {
    return Double.parseDouble(text);
  }

  private InputException bad(long row, String expected, String found) {
    return new InputException(
        "Cannot read labels of "
            + uri
            + ": expected "
            + expected
            + ", found "
            + found
            + " (row "
            + row
            + ")");
  }
}
