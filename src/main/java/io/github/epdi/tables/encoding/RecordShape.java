package io.github.epdi.tables.encoding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Says how a record lies flat in columns. Groups and values of several columns dissolve into their
 * parts, in the order of the components. It knows Java's types only.
 *
 * <p>A record within the record is null exactly where all of its columns are null, provided that
 * all of them may be.
 */
final class RecordShape {
  /**
   * One column.
   *
   * @param column declaration of the column
   * @param type Java type of its values
   */
  record Leaf(TableColumn column, Type type) {}

  /** A component, which is one column or a record whose parts stand in its place. */
  private record Part(Method accessor, Leaf leaf, RecordShape inner) {}

  private final Class<? extends Record> type;
  private final Constructor<? extends Record> constructor;
  private final List<Part> parts = new ArrayList<>();
  private final List<Leaf> leaves = new ArrayList<>();

  private RecordShape(Class<? extends Record> type) {
    this.type = type;
    this.constructor = canonicalConstructor(type);
  }

  /**
   * Returns the shape of a row record.
   *
   * @param cannot start of the message of the exception if components and columns do not match
   */
  static RecordShape of(Class<? extends Record> type, String cannot) {
    RecordShape shape = new RecordShape(type);
    for (RecordComponent component : type.getRecordComponents()) {
      List<TableColumn> columns = Arrays.asList(component.getAnnotationsByType(TableColumn.class));
      if (columns.isEmpty() && declaresColumns(component.getType())) {
        shape.add(component, of(component.getType().asSubclass(Record.class), cannot));
      } else if (columns.isEmpty()) {
        throw new IllegalArgumentException(cannot + ": no column for " + component.getName());
      } else {
        Iterator<TableColumn> left = columns.iterator();
        shape.addValue(component, left, cannot);
        if (left.hasNext()) {
          throw new IllegalArgumentException(
              cannot + ": nothing in " + component.getName() + " for " + left.next().name());
        }
      }
    }
    return shape;
  }

  private void addValue(RecordComponent component, Iterator<TableColumn> left, String cannot) {
    Class<?> value = component.getType();
    if (value.isRecord() && !declaresColumns(value)) {
      RecordShape inner = new RecordShape(value.asSubclass(Record.class));
      for (RecordComponent within : value.getRecordComponents()) {
        inner.addValue(within, left, cannot);
      }
      add(component, inner);
    } else if (left.hasNext()) {
      Leaf leaf = new Leaf(left.next(), component.getGenericType());
      parts.add(new Part(accessor(component), leaf, null));
      leaves.add(leaf);
    } else {
      throw new IllegalArgumentException(cannot + ": no column for " + component.getName());
    }
  }

  private void add(RecordComponent component, RecordShape inner) {
    parts.add(new Part(accessor(component), null, inner));
    leaves.addAll(inner.leaves);
  }

  /** Tells whether the components of a type, or of records in it, are columns. */
  private static boolean declaresColumns(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(
                component ->
                    component.getAnnotationsByType(TableColumn.class).length > 0
                        || declaresColumns(component.getType()));
  }

  List<Leaf> leaves() {
    return leaves;
  }

  /** Returns the values of a record in order of the columns. Absent ones are null. */
  Object[] values(Record row) {
    Object[] values = new Object[leaves.size()];
    fill(row, values, 0);
    return values;
  }

  private void fill(Record row, Object[] values, int from) {
    int next = from;
    for (Part part : parts) {
      Object value = call(part.accessor(), row);
      if (part.inner() == null) {
        values[next++] = value;
      } else {
        if (value != null) {
          part.inner().fill((Record) value, values, next);
        }
        next += part.inner().leaves.size();
      }
    }
  }

  /** Makes a record from values in order of the columns. */
  Record make(Object[] values) {
    return make(values, 0);
  }

  private Record make(Object[] values, int from) {
    Object[] arguments = new Object[parts.size()];
    int next = from;
    for (int i = 0; i < arguments.length; i++) {
      RecordShape inner = parts.get(i).inner();
      if (inner == null) {
        arguments[i] = values[next++];
      } else {
        arguments[i] = inner.isAbsent(values, next) ? null : inner.make(values, next);
        next += inner.leaves.size();
      }
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName() + " of a row", e);
    }
  }

  private boolean isAbsent(Object[] values, int from) {
    for (int i = 0; i < leaves.size(); i++) {
      if (values[from + i] != null || !leaves.get(i).column().nullable()) {
        return false;
      }
    }
    return true;
  }

  private static Constructor<? extends Record> canonicalConstructor(Class<? extends Record> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> canonical = type.getDeclaredConstructor(parameters);
      canonical.setAccessible(true); // a row may be known to its own package only
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("Cannot make records of " + type, e);
    }
  }

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // a row may be known to its own package only
    return accessor;
  }

  private static Object call(Method accessor, Record row) {
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }
}
