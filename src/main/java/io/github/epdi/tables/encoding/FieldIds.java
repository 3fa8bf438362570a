package io.github.epdi.tables.encoding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Numbers the columns of a table for formats that know columns by number, such as Apache Iceberg.
 *
 * <p>The columns of version 1 come first, 1, 2, ... in their order, and behind them what lies
 * within their lists and structs. Each column of a later version follows, in the order of the
 * versions, with what lies within it. A catalog that makes a table of version 1 and adds the other
 * columns one by one gives the same numbers, and a new version moves none of them.
 */
public final class FieldIds {
  private static final String SINCE = "since";

  private final Map<String, Integer> ids = new LinkedHashMap<>();

  private FieldIds() {}

  /**
   * Returns the numbers by names. A column within a struct is named {@code struct.column}, the
   * values of a list are named {@code list.element}.
   *
   * @param schema columns with the version that they came with in their metadata
   */
  public static Map<String, Integer> of(StructType schema) {
    FieldIds numbered = new FieldIds();
    numbered.within("", first(schema));
    for (StructField column : later(schema)) {
      numbered.next(column.name());
      numbered.within(column.name(), column.dataType());
    }
    return numbered.ids;
  }

  /** Returns the columns of version 1, in their order. */
  public static StructType first(StructType schema) {
    return new StructType(columns(schema, since -> since == 1).toArray(StructField[]::new));
  }

  /** Returns the columns of later versions, in the order of the versions. */
  public static List<StructField> later(StructType schema) {
    return columns(schema, since -> since > 1);
  }

  private static List<StructField> columns(StructType schema, Predicate<Long> wanted) {
    return Arrays.stream(schema.fields())
        .filter(column -> wanted.test(column.metadata().getLong(SINCE)))
        .sorted(Comparator.comparingLong(column -> column.metadata().getLong(SINCE)))
        .toList();
  }

  private void within(String path, DataType type) {
    if (type instanceof ArrayType list) {
      String element = path + ".element";
      next(element);
      within(element, list.elementType());
    } else if (type instanceof StructType struct) {
      String prefix = path.isEmpty() ? "" : path + ".";
      for (StructField column : struct.fields()) {
        next(prefix + column.name());
      }
      for (StructField column : struct.fields()) {
        within(prefix + column.name(), column.dataType());
      }
    }
  }

  private void next(String path) {
    ids.put(path, ids.size() + 1);
  }
}
