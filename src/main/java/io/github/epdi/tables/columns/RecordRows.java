package io.github.epdi.tables.columns;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns records whose components are {@link TableColumn columns} into Spark rows and back. The
 * schema is explicit: Spark's own bean encoder sees no columns in a record.
 *
 * @param <R> the record
 */
public final class RecordRows<R extends Record> {
  private record Field(RecordComponent component, TableColumn column, ColumnType type) {}

  private final Class<R> type;
  private final List<Field> fields;
  private final Constructor<R> constructor;
  private final StructType schema;

  private RecordRows(Class<R> type) {
    this.type = type;
    this.fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(
          new Field(component, column(component), ColumnType.of(component.getGenericType())));
    }
    this.constructor = canonicalConstructor(type);
    this.schema =
        new StructType(fields.stream().map(RecordRows::field).toArray(StructField[]::new));
  }

  /** The rows of a record class. */
  public static <R extends Record> RecordRows<R> of(Class<R> type) {
    return new RecordRows<>(type);
  }

  private TableColumn column(RecordComponent component) {
    TableColumn column = component.getAnnotation(TableColumn.class);
    String cannot = "Cannot make a table of " + type.getSimpleName();
    if (column == null) {
      throw new IllegalArgumentException(cannot + ": no column for " + component);
    }
    if (column.since() > 1 && !column.nullable()) {
      throw new IllegalArgumentException(
          cannot
              + ": expected column "
              + column.name()
              + " of version "
              + column.since()
              + " to be nullable, for earlier rows do not have it");
    }
    return column;
  }

  /** The record class. */
  public Class<R> type() {
    return type;
  }

  /** Its columns in order of the components; unit, meaning, key and version are metadata. */
  public StructType schema() {
    return schema;
  }

  /** The values of a record in order of the columns. */
  public Object[] values(R rowRecord) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      Object value = call(field.component(), rowRecord);
      if (value != null) {
        values[i] = field.type().toSpark().apply(value);
      } else if (!field.column().nullable()) {
        throw new IllegalArgumentException(
            "Cannot write column "
                + field.column().name()
                + " of "
                + type.getSimpleName()
                + ": expected a value, found null");
      }
    }
    return values;
  }

  /** A record as a row with its schema. */
  public Row toRow(R rowRecord) {
    return new GenericRowWithSchema(values(rowRecord), schema);
  }

  /**
   * The record in a row, columns found by name; other columns are ignored. A column that a row of
   * an earlier version does not have is null.
   */
  public R fromRow(Row row) {
    Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      Field field = fields.get(i);
      Object value = value(row, field.column());
      if (value == null && !field.column().nullable()) {
        throw new IllegalArgumentException(
            "Cannot read column " + field.column().name() + ": expected a value, found null");
      }
      arguments[i] = value == null ? null : field.type().fromSpark().apply(value);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName() + " of a row", e);
    }
  }

  private static Object value(Row row, TableColumn column) {
    boolean missing = column.since() > 1 && row.schema().getFieldIndex(column.name()).isEmpty();
    return missing ? null : row.get(row.fieldIndex(column.name()));
  }

  /** Name of the column whose values, or elements of lists, are of a record class. */
  public String columnOf(Class<? extends Record> element) {
    for (Field field : fields) {
      if (ColumnType.element(field.component().getGenericType()) == element) {
        return field.column().name();
      }
    }
    throw new IllegalArgumentException(
        "Cannot find " + element.getSimpleName() + " in " + type.getSimpleName());
  }

  private static StructField field(Field field) {
    TableColumn column = field.column();
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
    return new StructField(column.name(), field.type().type(), column.nullable(), metadata.build());
  }

  private static <R extends Record> Constructor<R> canonicalConstructor(Class<R> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> canonical = type.getDeclaredConstructor(parameters);
      canonical.setAccessible(true); // a row may be known to its own package only
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("Cannot make records of " + type, e);
    }
  }

  private static Object call(RecordComponent component, Record rowRecord) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // a row may be known to its own package only
    try {
      return accessor.invoke(rowRecord);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
