package io.github.epdi.tables.columns;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as plain values under the names of their columns, for JSON; needs no Spark. */
public final class ColumnValues {
  private ColumnValues() {}

  /**
   * The values of a row record by column, in order; of records in it and of lists of records
   * likewise. A value that is absent is null.
   */
  public static Map<String, Object> of(Record row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      TableColumn column = component.getAnnotation(TableColumn.class);
      if (column == null) {
        throw new IllegalArgumentException(
            "Cannot name the values of "
                + row.getClass().getSimpleName()
                + ": no column for "
                + component.getName());
      }
      values.put(column.name(), plain(call(component, row)));
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof Record inner) {
      return of(inner);
    }
    return value instanceof List<?> list ? list.stream().map(ColumnValues::plain).toList() : value;
  }

  private static Object call(RecordComponent component, Record row) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // a row may be known to its own package only
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
