package io.github.epdi.publish.iceberg;

import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RankingTable;
import io.github.epdi.tables.RunsTable;
import io.github.epdi.tables.encoding.DescribedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that is published.
 *
 * @param name its name, as queries know it
 * @param of the table of runs whose rows it has
 * @param rows the rows that it shows
 */
record TableDefinition(String name, DescribedTable of, Rows rows) {
  /** The rows that a table shows. */
  enum Rows {
    /** It shows the rows of all runs. */
    ALL,
    /** It shows each material's newest result. */
    NEWEST,
    /** It shows what was computed from all runs of the newest manifest. */
    COMPUTED
  }

  /** The table with the places of all materials. */
  static final TableDefinition RANKING =
      new TableDefinition(RankingTable.TABLE.name(), RankingTable.TABLE, Rows.COMPUTED);

  /** Returns the tables that runs add their files to, those with the rows of all runs last. */
  static List<TableDefinition> ofRuns() {
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
