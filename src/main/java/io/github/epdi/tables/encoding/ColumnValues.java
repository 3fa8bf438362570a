package io.github.epdi.tables.encoding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Returns rows as plain values under the names of their columns, for JSON. Needs no Spark. */
public final class ColumnValues {
  private ColumnValues() {}

  /**
   * Returns the values of a row record by column, in order. Records in it and lists of records are
   * treated likewise. A value that is absent is null.
   */
  public static Map<String, Object> of(Record row) {
    RecordShape shape =
        RecordShape.of(
            row.getClass(), "Cannot name the values of " + row.getClass().getSimpleName());
    Object[] values = shape.values(row);
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(shape.leaves().get(i).column().name(), plain(values[i]));
    }
    return named;
  }

  private static Object plain(Object value) {
    if (value instanceof Record inner) {
      return of(inner);
    }
    return value instanceof List<?> list ? list.stream().map(ColumnValues::plain).toList() : value;
  }
}
