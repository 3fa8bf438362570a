package io.github.epdi.tables.encoding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record component a column of a table. Its type follows from the component's.
 *
 * <p>A component that is itself a record can be laid out in three ways. Without this annotation it
 * is a group: the columns that its own components declare stand in its place. With this annotation,
 * and with components that declare columns, it is one column of structs. With this annotation, and
 * with components that declare none, it is a value of several columns: the annotation is repeated
 * once for each of its numbers and texts, in their order.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Repeatable(TableColumn.Several.class)
public @interface TableColumn {
  /** Returns the name in the table, for example "binding_energy_ev". */
  String name();

  /** Returns the unit of the values. It is empty for values that have none. */
  String unit() default "";

  /** Returns what the values mean, in one sentence for a reader of the table. */
  String meaning();

  /** Tells whether the column is part of the table's key. */
  boolean key() default false;

  /** Tells whether a value may be absent. */
  boolean nullable() default false;

  /**
   * Returns the version of the tables that the column came with. A column of a later version must
   * be nullable.
   */
  int since() default 1;

  /**
   * Returns the name of the same quantity in the documents of emmet and pymatgen. It is empty if
   * there is none.
   */
  String emmetName() default "";

  /** Holds the columns of a component that is a value of several columns. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Several {
    /** Returns one column for each number or text of the value, in order. */
    TableColumn[] value();
  }
}
