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
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The results of a campaign that are visible in an output folder.
 *
 * @param settled the run that has each result, by identity
 * @param triedAgain for each grid whose newest reject is tried again, the runs that rejected it in
 *     the order of their commits, by identity
 * @param deadly those of these whose newest reject has the code KILLED_WORKER
 */
record VisibleResults(
    Map<String, String> settled, Map<String, List<String>> triedAgain, Set<String> deadly) {

  private record Rejected(String run, String code) {}

  /** Looks for visible results of a campaign's grids. */
  static VisibleResults of(
      RunViews views, CampaignGrids grids, EarlierRuns earlier, RetryRule rule) {
    VisibleResults found = new VisibleResults(new HashMap<>(), new HashMap<>(), new HashSet<>());
    List<String> commits = views.manifest().commitOrder();
    if (commits.isEmpty()) {
      return found; // Spark would take seconds to find nothing
    }
    Iterator<Row> screened =
        views
            .table(GridsTable.TABLE.name())
            .select(GridResult.IDENTITY, FlatTable.RUN_ID)
            .toLocalIterator();
    while (screened.hasNext()) {
      Row grid = screened.next();
      String identity = grids.current(grid.getString(0));
      if (identity != null) {
        found.settled.put(identity, grid.getString(1));
      }
    }
    rejected(views, grids)
        .forEach(
            (identity, rejects) -> {
              rejects.sort(Comparator.comparingInt(reject -> commits.indexOf(reject.run())));
              found.add(identity, rejects, earlier, rule);
            });
    return found;
  }

  private static Map<String, List<Rejected>> rejected(RunViews views, CampaignGrids grids) {
    Map<String, List<Rejected>> found = new HashMap<>();
    Iterator<Row> rejects =
        views
            .table(RejectsTable.TABLE.name())
            .select(GridResult.IDENTITY, FlatTable.RUN_ID, RejectsTable.CODE)
            .toLocalIterator();
    while (rejects.hasNext()) {
      Row reject = rejects.next();
      String identity = grids.current(reject.getString(0));
      if (identity != null) {
        found
            .computeIfAbsent(identity, id -> new ArrayList<>())
            .add(new Rejected(reject.getString(1), reject.getString(2)));
      }
    }
    return found;
  }

  /** Takes the rejects of one grid, oldest first, unless the grid has a result already. */
  private void add(String identity, List<Rejected> rejects, EarlierRuns earlier, RetryRule rule) {
    if (settled.containsKey(identity)) {
      return;
    }
    Rejected newest = rejects.get(rejects.size() - 1);
    if (!rule.triesAgain(newest.code(), earlier.byRun().get(newest.run()))) {
      settled.put(identity, newest.run());
      return;
    }
    triedAgain.put(identity, rejects.stream().map(Rejected::run).toList());
    if (newest.code().equals(RejectCode.KILLED_WORKER.name())) {
      deadly.add(identity);
    }
  }

  /**
   * Returns the run that has the newest result of each identity, including rejects that are tried
   * again.
   */
  Map<String, String> newestRuns() {
    Map<String, String> runs = new HashMap<>(settled);
    triedAgain.forEach((identity, of) -> runs.put(identity, of.get(of.size() - 1)));
    return runs;
  }
}
