package io.github.epdi.tables.encoding;

import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** A table whose columns are promised to readers of its files by a document of its own. */
public interface DescribedTable {
  /** Returns the name of the table and of its folder, for example "sites". */
  String name();

  /** Returns what one row is, in one sentence. */
  String meaning();

  /** Returns the columns. Comment, unit, key and version are in each field's metadata. */
  StructType schema();

  /** Returns the path of its document in {@code data-schemas/}, without the ending. */
  String documentPath();

  /** Returns the version of the table, which is raised when columns are added. */
  int schemaVersion();

  /**
   * Returns the fixed numbers of the columns by {@linkplain FieldIds names}. It is empty if the
   * table promises none.
   */
  default Map<String, Integer> fieldIds() {
    return Map.of();
  }
}
