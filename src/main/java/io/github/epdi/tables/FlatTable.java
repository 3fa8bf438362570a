package io.github.epdi.tables;

import io.github.epdi.tables.encoding.DescribedTable;
import io.github.epdi.tables.encoding.FieldIds;
import io.github.epdi.tables.encoding.RecordRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table that readers of a run see. It has the column {@code run_id} and then the columns of one
 * row record.
 *
 * @param <R> the row record, without the run's id
 */
public abstract class FlatTable<R extends Record> implements DescribedTable {
  /** The name of the first column of every table, which says what run a row belongs to. */
  public static final String RUN_ID = "run_id";

  /**
   * The version of all tables. It is raised when columns are added, and earlier columns stay as
   * they were.
   */
  public static final int SCHEMA_VERSION = 4;

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

  /** Returns all tables of a run, in the order in which they are written. */
  public static List<FlatTable<?>> all() {
    List<FlatTable<?>> tables = new ArrayList<>(ResultTable.projections());
    tables.add(RunsTable.TABLE);
    return List.copyOf(tables);
  }

  /** Returns the name of the table and of its folder, for example "sites". */
  @Override
  public final String name() {
    return name;
  }

  /** Returns what one row is, in one sentence. */
  @Override
  public final String meaning() {
    return meaning;
  }

  /**
   * Returns the columns. Comment, unit, key and the version that they came with are in each field's
   * metadata. The version of all tables is in that of {@link #RUN_ID}.
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

  @Override
  public final Map<String, Integer> fieldIds() {
    return FieldIds.of(schema);
  }

  /** Returns the names of the key's columns, the run's id first. */
  public final List<String> key() {
    return Arrays.stream(schema.fields())
        .filter(field -> field.metadata().getBoolean("key"))
        .map(StructField::name)
        .toList();
  }

  /** Returns the class of the row record. */
  public final Class<R> rowType() {
    return rows.type();
  }

  /** Returns a record as a row of the table. */
  public final Row toRow(String runId, R rowRecord) {
    Object[] values = rows.values(rowRecord);
    Object[] flat = new Object[values.length + 1];
    flat[0] = runId;
    System.arraycopy(values, 0, flat, 1, values.length);
    return new GenericRowWithSchema(flat, schema);
  }

  /** Returns the record in a row of the table. Columns are found by name. */
  public final R fromRow(Row row) {
    return rows.fromRow(row);
  }

  /** Returns the id of the run that a row of the table belongs to. */
  public static String runId(Row row) {
    return row.getString(row.fieldIndex(RUN_ID));
  }
}
