package io.github.epdi.publish.iceberg;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.encoding.DescribedTable;
import io.github.epdi.tables.encoding.FieldIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a table as Iceberg has them, with the field ids of {@code data-schemas}. */
final class TableColumns {
  private static final Map<DataType, Type> SCALARS =
      Map.of(
          DataTypes.StringType, Types.StringType.get(),
          DataTypes.BooleanType, Types.BooleanType.get(),
          DataTypes.IntegerType, Types.IntegerType.get(),
          DataTypes.LongType, Types.LongType.get(),
          DataTypes.DoubleType, Types.DoubleType.get());

  private final Map<String, Integer> ids;
  private final Schema first;
  private final List<NestedField> later;

  private TableColumns(DescribedTable table) {
    this.ids = table.fieldIds();
    this.first = new Schema(columns("", List.of(FieldIds.first(table.schema()).fields())));
    this.later = columns("", FieldIds.later(table.schema()));
  }

  static TableColumns of(DescribedTable table) {
    return new TableColumns(table);
  }

  /** Returns the columns of the first version, with which a table is made. */
  Schema first() {
    return first;
  }

  /**
   * Returns those that a table does not have yet, in order of their ids.
   *
   * @param name name of the table, for messages
   * @throws InputException if it has other columns, or these with other types or ids
   */
  List<NestedField> missing(String name, Schema found) {
    List<NestedField> missing = new ArrayList<>();
    List<NestedField> all = new ArrayList<>(first.columns());
    all.addAll(later);
    for (NestedField column : all) {
      NestedField same = found.findField(column.name());
      if (same == null) {
        missing.add(column);
      } else if (!isSame(column, same)) {
        throw other(name, text(column), text(same));
      }
    }
    for (NestedField column : found.columns()) {
      if (all.stream().noneMatch(known -> known.name().equals(column.name()))) {
        throw other(
            name,
            "the columns of data-schemas",
            "the column " + column.name() + "; a newer epdi-screen knows it, or none does");
      }
    }
    if (!missing.isEmpty() && missing.get(0).fieldId() != found.highestFieldId() + 1) {
      throw other(name, text(missing.get(0)), "none, but later ones");
    }
    return missing;
  }

  /** Adds columns in the order of their ids, so that the catalog gives them these. */
  static void add(UpdateSchema update, List<NestedField> columns) {
    columns.forEach(column -> update.addColumn(column.name(), column.type(), column.doc()));
    update.commit();
  }

  /** Returns the columns of later versions. */
  List<NestedField> later() {
    return later;
  }

  private static boolean isSame(NestedField column, NestedField found) {
    return column.fieldId() == found.fieldId()
        && column.isOptional() == found.isOptional()
        && column.type().equals(found.type());
  }

  private static InputException other(String name, String expected, String found) {
    return new InputException(
        "Cannot publish to table " + name + ": expected " + expected + ", found " + found);
  }

  private static String text(NestedField column) {
    return (column.isOptional() ? "optional " : "required ")
        + column.name()
        + " "
        + column.type()
        + " with field id "
        + column.fieldId();
  }

  private List<NestedField> columns(String prefix, List<StructField> fields) {
    return fields.stream().map(field -> column(prefix, field)).toList();
  }

  private NestedField column(String prefix, StructField field) {
    String path = prefix + field.name();
    Type type = type(path, field.dataType());
    int id = ids.get(path);
    if (!prefix.isEmpty()) {
      return NestedField.required(id, field.name(), type);
    }
    String meaning = field.metadata().getString("comment");
    return field.nullable()
        ? NestedField.optional(id, field.name(), type, meaning)
        : NestedField.required(id, field.name(), type, meaning);
  }

  private Type type(String path, DataType type) {
    if (type instanceof ArrayType list) {
      String element = path + ".element";
      return Types.ListType.ofRequired(ids.get(element), type(element, list.elementType()));
    }
    if (type instanceof StructType struct) {
      return Types.StructType.of(columns(path + ".", Arrays.asList(struct.fields())));
    }
    return SCALARS.get(type);
  }
}
