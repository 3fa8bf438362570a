package io.github.epdi.tables.columns;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record component a column of a table. Its type follows from the component's. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TableColumn {
  /** Name in the table, for example "binding_energy_ev". */
  String name();

  /** Unit of the values; empty for what has none. */
  String unit() default "";

  /** What the values mean, one sentence for a reader of the table. */
  String meaning();

  /** Whether the column is part of the table's key. */
  boolean key() default false;

  /** Whether a value may be absent. */
  boolean nullable() default false;

  /** Version of the tables that the column came with; one of a later version must be nullable. */
  int since() default 1;

  /** Name of the same quantity in the documents of emmet and pymatgen; empty if it has none. */
  String emmetName() default "";
}
