package io.github.epdi.runs;

import io.github.epdi.tables.FlatTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of the flat tables of which a test says only the columns that it is about. */
public final class TableRows {
  private TableRows() {}

  /**
   * A row; columns that are not given are null, or where that may not be: "", 0, false, empty.
   *
   * @param columns name, value, name, value, ...; lists as {@link List}
   */
  public static Row of(FlatTable<?> table, String runId, Map<String, Object> columns) {
    columns.keySet().forEach(table.schema()::fieldIndex);
    StructField[] fields = table.schema().fields();
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      StructField field = fields[i];
      if (field.name().equals(FlatTable.RUN_ID)) {
        values[i] = runId;
      } else if (columns.containsKey(field.name())) {
        values[i] = spark(columns.get(field.name()));
      } else {
        values[i] = field.nullable() ? null : neutral(field.dataType());
      }
    }
    return new GenericRowWithSchema(values, table.schema());
  }

  /** A dopant as a value of the column {@code dopants}. */
  public static Row dopant(String element, double fraction) {
    return RowFactory.create(element, fraction);
  }

  private static Object spark(Object value) {
    return value instanceof List<?> list
        ? CollectionConverters.asScala(list.stream().map(TableRows::spark).toList()).toSeq()
        : value;
  }

  private static Object neutral(DataType type) {
    if (type instanceof ArrayType) {
      return spark(List.of());
    }
    return Map.<DataType, Object>of(
            DataTypes.StringType,
            "",
            DataTypes.BooleanType,
            false,
            DataTypes.IntegerType,
            0,
            DataTypes.LongType,
            0L,
            DataTypes.DoubleType,
            0.0)
        .get(type);
  }
}
