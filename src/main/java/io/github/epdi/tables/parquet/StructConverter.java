package io.github.epdi.tables.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Collects the columns of a record, or of a struct in it, into a row. */
final class StructConverter extends GroupConverter {
  private final StructType wanted;
  private final Consumer<Object> made;
  private final Converter[] columns;
  private Object[] values;

  /**
   * Makes a converter.
   *
   * @param read the columns as the file has them, some of those that are wanted
   * @param made is told of each row
   */
  StructConverter(GroupType read, StructType wanted, Consumer<Object> made) {
    this.wanted = wanted;
    this.made = made;
    this.columns = new Converter[read.getFieldCount()];
    for (int i = 0; i < columns.length; i++) {
      Type column = read.getType(i);
      int place = wanted.fieldIndex(column.getName());
      StructField field = wanted.fields()[place];
      columns[i] = of(column, field.dataType(), value -> values[place] = value);
    }
  }

  /** Makes the converter of a column's type. */
  static Converter of(Type column, DataType type, Consumer<Object> made) {
    if (type instanceof ArrayType list) {
      return new ListConverter(column.asGroupType(), list, made);
    }
    if (type instanceof StructType struct) {
      return new StructConverter(column.asGroupType(), struct, made);
    }
    return new ScalarConverter(column.getName(), type, made);
  }

  @Override
  public Converter getConverter(int index) {
    return columns[index];
  }

  @Override
  public void start() {
    values = new Object[wanted.size()];
  }

  @Override
  public void end() {
    made.accept(new GenericRowWithSchema(values, wanted));
  }
}
