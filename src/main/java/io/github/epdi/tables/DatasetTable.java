package io.github.epdi.tables;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table of a training data set. These stand apart from the tables of a run: no run's id, a
 * version of their own.
 *
 * @param <R> the row record
 */
public final class DatasetTable<R extends Record> {
  /**
   * Version of all three tables, raised when columns are added; what was there before stays as it
   * was.
   */
  public static final int SCHEMA_VERSION = 1;

  /** The training table. */
  public static final DatasetTable<LabelRow> LABELS =
      new DatasetTable<>("labels", "One labelled site of one side of a material.", LabelRow.class);

  /** Reference curves. */
  public static final DatasetTable<NebRow> NEB =
      new DatasetTable<>(
          "neb", "One image of a nudged-elastic-band calculation, on its path.", NebRow.class);

  /** What was not imported. */
  public static final DatasetTable<ImportRejectRow> REJECTS =
      new DatasetTable<>(
          "rejects", "One calculation or label that was not imported.", ImportRejectRow.class);

  private final String name;
  private final String meaning;
  private final RecordRows<R> rows;

  private DatasetTable(String name, String meaning, Class<R> rowType) {
    this.name = name;
    this.meaning = meaning;
    this.rows = RecordRows.of(rowType);
  }

  /** All tables of a data set. */
  public static List<DatasetTable<?>> all() {
    return List.of(LABELS, NEB, REJECTS);
  }

  /** Name of the table and of its folder. */
  public String name() {
    return name;
  }

  /** What one row is, one sentence. */
  public String meaning() {
    return meaning;
  }

  /** The columns; comment, unit, key and version are in each field's metadata. */
  public StructType schema() {
    return rows.schema();
  }

  /** Names of the key's columns. */
  public List<String> key() {
    return Arrays.stream(schema().fields())
        .filter(field -> field.metadata().getBoolean("key"))
        .map(StructField::name)
        .toList();
  }

  /** A record as a row of the table. */
  public Row toRow(R rowRecord) {
    return rows.toRow(rowRecord);
  }

  /** The record in a row of the table; columns are found by name. */
  public R fromRow(Row row) {
    return rows.fromRow(row);
  }
}
