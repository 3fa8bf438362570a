package io.github.epdi.screening;

import io.github.epdi.runs.RunViews;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Of a campaign's results those that are visible in an output folder.
 *
 * @param settled the run that a result is of, by identity
 * @param unreadable of grids that storage did not give, and that are therefore tried again, the
 *     runs that found so in the order of their commits, by identity
 */
record VisibleResults(Map<String, String> settled, Map<String, List<String>> unreadable) {

  /**
   * Looks for results.
   *
   * @param wanted identities
   */
  static VisibleResults of(RunViews views, Set<String> wanted) {
    VisibleResults found = new VisibleResults(new HashMap<>(), new HashMap<>());
    if (views.manifest().commitOrder().isEmpty()) {
      return found; // Spark would take seconds to find nothing
    }
    Iterator<Row> grids =
        views
            .table(GridsTable.TABLE.name())
            .select(GridResult.IDENTITY, FlatTable.RUN_ID)
            .toLocalIterator();
    while (grids.hasNext()) {
      Row grid = grids.next();
      if (wanted.contains(grid.getString(0))) {
        found.settled.put(grid.getString(0), grid.getString(1));
      }
    }
    Iterator<Row> rejects =
        views
            .table(RejectsTable.TABLE.name())
            .select(GridResult.IDENTITY, FlatTable.RUN_ID, RejectsTable.CODE)
            .toLocalIterator();
    while (rejects.hasNext()) {
      Row reject = rejects.next();
      if (wanted.contains(reject.getString(0))) {
        found.addReject(reject.getString(0), reject.getString(1), reject.getString(2));
      }
    }
    found.unreadable.keySet().removeAll(found.settled.keySet());
    List<String> commits = views.manifest().commitOrder();
    found.unreadable.values().forEach(r -> r.sort(Comparator.comparingInt(commits::indexOf)));
    return found;
  }

  private void addReject(String identity, String run, String code) {
    if (code.equals(RejectCode.UNREADABLE.name())) {
      unreadable.computeIfAbsent(identity, id -> new ArrayList<>()).add(run);
    } else {
      settled.put(identity, run);
    }
  }

  /** The run with the newest result of each identity, unreadable ones too. */
  Map<String, String> newestRuns() {
    Map<String, String> runs = new HashMap<>(settled);
    unreadable.forEach((identity, of) -> runs.put(identity, of.get(of.size() - 1)));
    return runs;
  }
}
