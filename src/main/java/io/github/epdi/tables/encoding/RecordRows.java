package io.github.epdi.tables.encoding;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns records whose components are {@link TableColumn columns} into Spark rows and back. The
 * schema is explicit, because Spark's own bean encoder sees no columns in a record.
 *
 * @param <R> the record
 */
public final class RecordRows<R extends Record> {
  private final Class<R> type;
  private final RecordShape shape;
  private final List<TableColumn> columns;
  private final List<ColumnType> types;
  private final StructType schema;

  private RecordRows(Class<R> type) {
    this.type = type;
    this.shape = RecordShape.of(type, cannot());
    this.columns = shape.leaves().stream().map(leaf -> checked(leaf.column())).toList();
    this.types = shape.leaves().stream().map(leaf -> ColumnType.of(leaf.type())).toList();
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(field(columns.get(i), types.get(i)));
    }
    this.schema = new StructType(fields.toArray(StructField[]::new));
  }

  /** Makes the converter of a record class. */
  public static <R extends Record> RecordRows<R> of(Class<R> type) {
    return new RecordRows<>(type);
  }

  private String cannot() {
    return "Cannot make a table of " + type.getSimpleName();
  }

  private TableColumn checked(TableColumn column) {
    if (column.since() > 1 && !column.nullable()) {
      throw new IllegalArgumentException(
          cannot()
              + ": expected column "
              + column.name()
              + " of version "
              + column.since()
              + " to be nullable, for earlier rows do not have it");
    }
    return column;
  }

  /** Returns the record class. */
  public Class<R> type() {
    return type;
  }

  /**
   * Returns the columns in order of the components. Unit, meaning, key and version are metadata.
   */
  public StructType schema() {
    return schema;
  }

  /** Returns the values of a record in order of the columns. */
  public Object[] values(R rowRecord) {
    Object[] values = shape.values(rowRecord);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        values[i] = types.get(i).toSpark().apply(values[i]);
      } else if (!columns.get(i).nullable()) {
        throw new IllegalArgumentException(
            "Cannot write column "
                + columns.get(i).name()
                + " of "
                + type.getSimpleName()
                + ": expected a value, found null");
      }
    }
    return values;
  }

  /** Returns a record as a row with its schema. */
  public Row toRow(R rowRecord) {
    return new GenericRowWithSchema(values(rowRecord), schema);
  }

  /**
   * Returns the record in a row. Columns are found by name, and other columns are ignored. A column
   * that a row of an earlier version does not have is null.
   */
  public R fromRow(Row row) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = value(row, columns.get(i));
      if (value == null && !columns.get(i).nullable()) {
        throw new IllegalArgumentException(
            "Cannot read column " + columns.get(i).name() + ": expected a value, found null");
      }
      values[i] = value == null ? null : types.get(i).fromSpark().apply(value);
    }
    return type.cast(shape.make(values));
  }

  private static Object value(Row row, TableColumn column) {
    boolean missing = column.since() > 1 && row.schema().getFieldIndex(column.name()).isEmpty();
    return missing ? null : row.get(row.fieldIndex(column.name()));
  }

  /** Returns the name of the column whose values, or elements of lists, are of a record class. */
  public String columnOf(Class<? extends Record> element) {
    return shape.leaves().stream()
        .filter(leaf -> ColumnType.element(leaf.type()) == element)
        .map(leaf -> leaf.column().name())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find " + element.getSimpleName() + " in " + type.getSimpleName()));
  }

  private static StructField field(TableColumn column, ColumnType type) {
    MetadataBuilder metadata =
        new MetadataBuilder()
            .putString("comment", column.meaning())
            .putBoolean("key", column.key())
            .putLong("since", column.since());
    if (!column.unit().isEmpty()) {
      metadata.putString("unit", column.unit());
    }
    if (!column.emmetName().isEmpty()) {
      metadata.putString("emmet_name", column.emmetName());
    }
    return new StructField(column.name(), type.type(), column.nullable(), metadata.build());
  }
}
