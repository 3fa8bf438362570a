package io.github.epdi.tables;

import io.github.epdi.tables.columns.DescribedTable;
import io.github.epdi.tables.columns.RecordRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table that readers of a run see: the columns of one row record after {@code run_id}.
 *
 * @param <R> the row record, without the run's id
 */
public abstract class FlatTable<R extends Record> implements DescribedTable {
  /** Name of the first column of every table: the run that a row belongs to. */
  public static final String RUN_ID = "run_id";

  /**
   * Version of all tables, raised when columns are added; what was there before stays as it was.
   */
  public static final int SCHEMA_VERSION = 3;

  private static final StructField RUN_ID_FIELD =
      new StructField(
          RUN_ID,
          DataTypes.StringType,
          false,
          new MetadataBuilder()
              .putString("comment", "Run that the row belongs to: 16 hexadecimal digits.")
              .putBoolean("key", true)
              .putLong("since", 1)
              .putLong("schema_version", SCHEMA_VERSION)
              .build());

  private final String name;
  private final String meaning;
  private final RecordRows<R> rows;
  private final StructType schema;

  FlatTable(String name, String meaning, Class<R> rowType) {
    this.name = name;
    this.meaning = meaning;
    this.rows = RecordRows.of(rowType);
    List<StructField> fields = new ArrayList<>(List.of(RUN_ID_FIELD));
    fields.addAll(Arrays.asList(rows.schema().fields()));
    this.schema = new StructType(fields.toArray(StructField[]::new));
  }

  /** All tables of a run, in the order in which they are written. */
  public static List<FlatTable<?>> all() {
    List<FlatTable<?>> tables = new ArrayList<>(ResultTable.projections());
    tables.add(RunsTable.TABLE);
    return List.copyOf(tables);
  }

  /** Name of the table and of its folder: "sites". */
  @Override
  public final String name() {
    return name;
  }

  /** What one row is, one sentence. */
  @Override
  public final String meaning() {
    return meaning;
  }

  /**
   * The columns; comment, unit, key and the version that they came with are in each field's
   * metadata, the version of all tables in that of {@link #RUN_ID}.
   */
  @Override
  public final StructType schema() {
    return schema;
  }

  @Override
  public final String documentPath() {
    return name;
  }

  @Override
  public final int schemaVersion() {
    return SCHEMA_VERSION;
  }

  /** Names of the key's columns, the run's id first. */
  public final List<String> key() {
    return Arrays.stream(schema.fields())
        .filter(field -> field.metadata().getBoolean("key"))
        .map(StructField::name)
        .toList();
  }

  /** The row record. */
  public final Class<R> rowType() {
    return rows.type();
  }

  /** A record as a row of the table. */
  public final Row toRow(String runId, R rowRecord) {
    Object[] values = rows.values(rowRecord);
    Object[] flat = new Object[values.length + 1];
    flat[0] = runId;
    System.arraycopy(values, 0, flat, 1, values.length);
    return new GenericRowWithSchema(flat, schema);
  }

  /** The record in a row of the table; columns are found by name. */
  public final R fromRow(Row row) {
    return rows.fromRow(row);
  }

  /** The run that a row of the table belongs to. */
  public static String runId(Row row) {
    return row.getString(row.fieldIndex(RUN_ID));
  }
}
