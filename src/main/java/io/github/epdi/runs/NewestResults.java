package io.github.epdi.runs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.size;

import io.github.epdi.runs.scan.HiddenRows;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.encoding.SharedColumns;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the results that newer ones hide. Of all runs that screened or rejected a material, the one
 * that was committed last holds its newest result, whole.
 */
final class NewestResults {
  private static final String RUNS = "runs";

  private NewestResults() {}

  /**
   * Returns the rows that no table of newest results shows. One Spark job finds the materials that
   * several runs have; only those come to the driver.
   *
   * @param manifest the manifest, whose commits are in order
   * @param grids all visible rows of {@code grids}
   * @param rejects all visible rows of {@code rejects}
   */
  static HiddenRows hidden(Manifest manifest, Dataset<Row> grids, Dataset<Row> rejects) {
    List<String> order = manifest.commitOrder();
    if (order.size() < 2) {
      return HiddenRows.none();
    }
    Map<String, Set<String>> hidden = new HashMap<>();
    for (Row row : ofSeveralRuns(results(grids).union(results(rejects)))) {
      List<String> runs = row.getList(1);
      String newest = runs.stream().max(Comparator.comparingInt(order::indexOf)).orElseThrow();
      runs.stream()
          .filter(run -> !run.equals(newest))
          .forEach(
              run -> hidden.computeIfAbsent(run, any -> new HashSet<>()).add(row.getString(0)));
    }
    Set<String> wholeRuns =
        hidden.keySet().stream()
            .filter(run -> hidden.get(run).size() == results(manifest, run))
            .collect(Collectors.toSet());
    hidden.keySet().removeAll(wholeRuns);
    return new HiddenRows(SharedColumns.MATERIAL_ID, wholeRuns, hidden);
  }

  private static Dataset<Row> results(Dataset<Row> rows) {
    return rows.select(SharedColumns.MATERIAL_ID, FlatTable.RUN_ID);
  }

  /** Returns the materials that several runs have, each with its runs. */
  private static List<Row> ofSeveralRuns(Dataset<Row> results) {
    return results
        .groupBy(col(SharedColumns.MATERIAL_ID))
        .agg(collect_set(col(FlatTable.RUN_ID)).as(RUNS))
        .where(size(col(RUNS)).gt(1))
        .collectAsList();
  }

  /** Returns the number of grids that a run screened or rejected. */
  private static long results(Manifest manifest, String runId) {
    return Stream.of(GridsTable.TABLE, RejectsTable.TABLE)
        .flatMap(table -> manifest.files(table.name()).stream())
        .filter(file -> file.runId().equals(runId))
        .mapToLong(TableFile::rows)
        .sum();
  }
}
