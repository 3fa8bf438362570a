package io.github.epdi.screening;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.RunViews;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.RunsTable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The program versions and settings with which the visible runs of an output folder were made.
 *
 * @param byRun what made each run, by run id
 */
record EarlierRuns(Map<String, ResultMaker> byRun) {
  /** Reads the table of runs. Without a visible run nothing is read. */
  static EarlierRuns of(RunViews views) {
    Map<String, ResultMaker> byRun = new HashMap<>();
    if (!views.manifest().commitOrder().isEmpty()) { // Spark would take seconds to find nothing
      Iterator<Row> rows = views.table(RunsTable.TABLE.name()).toLocalIterator();
      while (rows.hasNext()) {
        Row row = rows.next();
        RunRow run = RunsTable.TABLE.fromRow(row);
        byRun.put(
            row.getAs(FlatTable.RUN_ID),
            new ResultMaker(run.execution().program().applicationVersion(), run.campaign().json()));
      }
    }
    return new EarlierRuns(byRun);
  }
}
