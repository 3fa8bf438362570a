package io.github.epdi.screening;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.VisibleRows;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The results of a campaign that are visible in an output folder.
 *
 * @param settled the run that has each result, by identity
 * @param triedAgain for each grid whose newest result is computed again, the runs that have results
 *     of it in the order of their commits, by identity; it is a reject that is tried again, or an
 *     older version counted its sites from another frame
 * @param deadly those of these whose newest result is a reject with the code KILLED_WORKER
 */
record VisibleResults(
    Map<String, String> settled, Map<String, List<String>> triedAgain, Set<String> deadly) {

  /**
   * One visible result of a grid.
   *
   * @param run the run that has it
   * @param maker what it was made with
   * @param code code of a reject; null for a screened grid
   * @param format format of a screened grid; null for a reject
   */
  private record Result(String run, ResultMaker maker, String code, String format) {
    boolean isReject() {
      return code != null;
    }

    boolean isInDoubt() {
      return FormerOrigins.mayDiffer(format, maker);
    }
  }

  /** Looks for visible results of a campaign's grids. */
  static VisibleResults of(
      VisibleRows visible,
      CampaignGrids grids,
      EarlierRuns earlier,
      RetryRule rule,
      FormerOrigins origins) {
    VisibleResults found = new VisibleResults(new HashMap<>(), new HashMap<>(), new HashSet<>());
    Map<String, List<Result>> results = results(visible, grids, earlier);
    List<PlannedGrid> doubtful =
        results.entrySet().stream()
            .filter(of -> isInDoubt(of.getValue()))
            .map(of -> grids.byIdentity().get(of.getKey()))
            .toList();
    Set<String> moved = origins.moved(doubtful);
    results.forEach((identity, all) -> found.add(identity, all, moved.contains(identity), rule));
    return found;
  }

  /** Returns the results of each grid in the order of their commits. */
  private static Map<String, List<Result>> results(
      VisibleRows visible, CampaignGrids grids, EarlierRuns earlier) {
    Map<String, List<Result>> results = new HashMap<>();
    Map<String, ResultMaker> makers = earlier.byRun();
    read(
        visible,
        GridsTable.TABLE,
        GridsTable.FORMAT,
        grids,
        results,
        (run, format) -> new Result(run, makers.get(run), null, format));
    read(
        visible,
        RejectsTable.TABLE,
        RejectsTable.CODE,
        grids,
        results,
        (run, code) -> new Result(run, makers.get(run), code, null));
    List<String> commits = visible.manifest().commitOrder();
    results
        .values()
        .forEach(all -> all.sort(Comparator.comparingInt(one -> commits.indexOf(one.run()))));
    return results;
  }

  private static void read(
      VisibleRows visible,
      FlatTable<?> table,
      String column,
      CampaignGrids grids,
      Map<String, List<Result>> results,
      BiFunction<String, String, Result> result) {
    visible.show(
        table,
        List.of(GridResult.IDENTITY, FlatTable.RUN_ID, column),
        row -> {
          String identity = grids.current(row.getAs(GridResult.IDENTITY));
          if (identity != null) {
            results
                .computeIfAbsent(identity, id -> new ArrayList<>())
                .add(result.apply(FlatTable.runId(row), row.getAs(column)));
          }
          return true;
        });
  }

  /** Tells whether a grid was screened, and never by a version that is in no doubt. */
  private static boolean isInDoubt(List<Result> results) {
    return results.stream().anyMatch(Result::isInDoubt)
        && results.stream().allMatch(result -> result.isReject() || result.isInDoubt());
  }

  /**
   * Takes the results of one grid, oldest first.
   *
   * @param moved whether those that are in doubt are counted from another frame
   */
  private void add(String identity, List<Result> results, boolean moved, RetryRule rule) {
    for (int i = results.size() - 1; i >= 0; i--) {
      Result result = results.get(i);
      if (!result.isReject() && !(moved && result.isInDoubt())) {
        settled.put(identity, result.run());
        return;
      }
    }
    Result newest = results.get(results.size() - 1);
    if (newest.isReject() && !rule.triesAgain(newest.code(), newest.maker())) {
      settled.put(identity, newest.run());
      return;
    }
    triedAgain.put(identity, results.stream().map(Result::run).toList());
    if (RejectCode.KILLED_WORKER.name().equals(newest.code())) {
      deadly.add(identity);
    }
  }

  /**
   * Returns the run that has the newest result of each identity, including results that are
   * computed again.
   */
  Map<String, String> newestRuns() {
    Map<String, String> runs = new HashMap<>(settled);
    triedAgain.forEach((identity, of) -> runs.put(identity, of.get(of.size() - 1)));
    return runs;
  }
}
