package io.github.epdi.publish.iceberg;

import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunsTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that is published.
 *
 * @param name its name, as queries know it
 * @param of the table of a run whose files it has
 * @param rows the rows that it shows
 */
record TableDefinition(String name, FlatTable<?> of, Rows rows) {
  /** The rows that a table shows. */
  enum Rows {
    /** It shows the rows of all runs. */
    ALL,
    /** It shows each material's newest result. */
    NEWEST
  }

  /** Returns all tables, those with the rows of all runs last. */
  static List<TableDefinition> all() {
    List<TableDefinition> all = new ArrayList<>();
    for (FlatTable<?> table : FlatTable.all()) {
      all.add(
          new TableDefinition(
              table.name(), table, table == RunsTable.TABLE ? Rows.ALL : Rows.NEWEST));
    }
    for (FlatTable<?> table : FlatTable.all()) {
      all.add(new TableDefinition("all_" + table.name(), table, Rows.ALL));
    }
    return all;
  }
}
