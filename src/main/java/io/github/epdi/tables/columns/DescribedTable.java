package io.github.epdi.tables.columns;

import org.apache.spark.sql.types.StructType;

/** A table whose columns are promised to readers of its files, by a document of its own. */
public interface DescribedTable {
  /** Name of the table and of its folder: "sites". */
  String name();

  /** What one row is, one sentence. */
  String meaning();

  /** The columns; comment, unit, key and version are in each field's metadata. */
  StructType schema();

  /** Path of its document in {@code data-schemas/}, without the ending. */
  String documentPath();

  /** Version of the table, raised when columns are added. */
  int schemaVersion();
}
