package io.github.epdi.tables.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.ArrayType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Collects the elements of a list, which Parquet lays out as a group with a repeated group of one
 * element in it.
 */
final class ListConverter extends GroupConverter {
  private final Consumer<Object> made;
  private final GroupConverter repeated;
  private List<Object> elements;

  /**
   * Makes a converter.
   *
   * @param made is told of each list
   */
  ListConverter(GroupType list, ArrayType type, Consumer<Object> made) {
    this.made = made;
    Type element = list.getType(0).asGroupType().getType(0);
    this.repeated =
        new Repeated(StructConverter.of(element, type.elementType(), value -> elements.add(value)));
  }

  private static final class Repeated extends GroupConverter {
    private final Converter element;

    Repeated(Converter element) {
      this.element = element;
    }

    @Override
    public Converter getConverter(int index) {
      return element;
    }

    @Override
    public void start() {
      // each element tells of itself
    }

    @Override
    public void end() {
      // each element tells of itself
    }
  }

  @Override
  public Converter getConverter(int index) {
    return repeated;
  }

  @Override
  public void start() {
    elements = new ArrayList<>();
  }

  @Override
  public void end() {
    made.accept(CollectionConverters.asScala(elements).toSeq());
  }
}
