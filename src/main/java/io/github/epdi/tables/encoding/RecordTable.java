package io.github.epdi.tables.encoding;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table that stands apart from those of a run. It has the columns of one row record and no run's
 * id.
 *
 * @param <R> the row record
 */
public abstract class RecordTable<R extends Record> {
  private final String name;
  private final String meaning;
  private final RecordRows<R> rows;

  protected RecordTable(String name, String meaning, Class<R> rowType) {
    this.name = name;
    this.meaning = meaning;
    this.rows = RecordRows.of(rowType);
  }

  /** Returns the name of the table and of its folder. */
  public final String name() {
    return name;
  }

  /** Returns what one row is, in one sentence. */
  public final String meaning() {
    return meaning;
  }

  /** Returns the columns. Comment, unit, key and version are in each field's metadata. */
  public final StructType schema() {
    return rows.schema();
  }

  /** Returns the names of the key's columns. */
  public final List<String> key() {
    return Arrays.stream(schema().fields())
        .filter(field -> field.metadata().getBoolean("key"))
        .map(StructField::name)
        .toList();
  }

  /** Returns a record as a row of the table. */
  public final Row toRow(R rowRecord) {
    return rows.toRow(rowRecord);
  }

  /** Returns the record in a row of the table. Columns are found by name. */
  public final R fromRow(Row row) {
    return rows.fromRow(row);
  }
}
