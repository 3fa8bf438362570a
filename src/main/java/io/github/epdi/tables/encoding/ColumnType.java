package io.github.epdi.tables.encoding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Says how the values of one Java type lie in a Spark row.
 *
 * @param type Spark's type
 * @param toSpark turns a record's value, never null, into a row's
 * @param fromSpark turns a row's value, never null, into a record's
 */
record ColumnType(DataType type, UnaryOperator<Object> toSpark, UnaryOperator<Object> fromSpark) {
  private static final Map<Type, DataType> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, DataTypes.StringType),
          Map.entry(boolean.class, DataTypes.BooleanType),
          Map.entry(Boolean.class, DataTypes.BooleanType),
          Map.entry(int.class, DataTypes.IntegerType),
          Map.entry(Integer.class, DataTypes.IntegerType),
          Map.entry(long.class, DataTypes.LongType),
          Map.entry(Long.class, DataTypes.LongType),
          Map.entry(double.class, DataTypes.DoubleType),
          Map.entry(Double.class, DataTypes.DoubleType));

  /**
   * Returns the column type of a Java type, which is a scalar, a list without nulls, or a record of
   * columns.
   */
  static ColumnType of(Type java) {
    if (SIMPLE.containsKey(java)) {
      return new ColumnType(SIMPLE.get(java), UnaryOperator.identity(), UnaryOperator.identity());
    }
    if (java instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return listOf(of(generic.getActualTypeArguments()[0]));
    }
    if (java instanceof Class<?> type && type.isRecord()) {
      return struct(RecordRows.of(type.asSubclass(Record.class)));
    }
    throw new IllegalArgumentException(
        "Cannot make a column: expected a scalar, a list or a record, found " + java);
  }

  /** Returns the Java type of the elements of a list, or the type itself if it is no list. */
  static Type element(Type java) {
    return java instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : java;
  }

  private static ColumnType listOf(ColumnType element) {
    return new ColumnType(
        DataTypes.createArrayType(element.type(), false),
        list ->
            CollectionConverters.asScala(((List<?>) list).stream().map(element.toSpark()).toList())
                .toSeq(),
        values ->
            CollectionConverters.asJava((Seq<?>) values).stream()
                .map(element.fromSpark())
                .toList());
  }

  private static <R extends Record> ColumnType struct(RecordRows<R> rows) {
    return new ColumnType(
        rows.schema(),
        value -> rows.toRow(rows.type().cast(value)),
        value -> rows.fromRow((Row) value));
  }
}
