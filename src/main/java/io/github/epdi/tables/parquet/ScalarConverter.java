package io.github.epdi.tables.parquet;

import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Takes the values of one scalar column. A text that occurs often is decoded once. */
final class ScalarConverter extends PrimitiveConverter {
  private final String column;
  private final DataType type;
  private final Consumer<Object> made;
  private String[] texts;

  ScalarConverter(String column, DataType type, Consumer<Object> made) {
    this.column = column;
    this.type = type;
    this.made = made;
  }

  @Override
  public boolean hasDictionarySupport() {
    return type.equals(DataTypes.StringType);
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    texts = new String[dictionary.getMaxId() + 1];
    for (int id = 0; id < texts.length; id++) {
      texts[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    made.accept(texts[id]);
  }

  @Override
  public void addBinary(Binary value) {
    made.accept(wanted(DataTypes.StringType, value.toStringUsingUTF8()));
  }

  @Override
  public void addBoolean(boolean value) {
    made.accept(wanted(DataTypes.BooleanType, value));
  }

  @Override
  public void addDouble(double value) {
    made.accept(wanted(DataTypes.DoubleType, value));
  }

  @Override
  public void addInt(int value) {
    made.accept(wanted(DataTypes.IntegerType, value));
  }

  @Override
  public void addLong(long value) {
    made.accept(wanted(DataTypes.LongType, value));
  }

  /** Returns a value of the wanted type; a file with another type in this column is refused. */
  private Object wanted(DataType found, Object value) {
    if (!type.equals(found)) {
      throw new IllegalArgumentException(
          "expected "
              + type.simpleString()
              + " in column "
              + column
              + ", found "
              + found.simpleString());
    }
    return value;
  }
}
