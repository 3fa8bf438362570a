package io.github.epdi.screening;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.VisibleRows;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.RunsTable;
import java.util.HashMap;
import java.util.Map;

/**
 * The program versions and settings with which the visible runs of an output folder were made.
 *
 * @param byRun what made each run, by run id
 */
record EarlierRuns(Map<String, ResultMaker> byRun) {
  /** Reads the table of runs. */
  static EarlierRuns of(VisibleRows visible) {
    Map<String, ResultMaker> byRun = new HashMap<>();
    visible.show(
        RunsTable.TABLE,
        row -> {
          RunRow run = RunsTable.TABLE.fromRow(row);
          byRun.put(
              FlatTable.runId(row),
              new ResultMaker(
                  run.execution().program().applicationVersion(), run.campaign().json()));
          return true;
        });
    return new EarlierRuns(byRun);
  }
}
