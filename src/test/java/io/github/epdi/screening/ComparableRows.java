package io.github.epdi.screening;

import io.github.epdi.runs.RunViews;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.ResultTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The rows of a run in all its tables, but for what says where and when it was made. */
public final class ComparableRows {
  /** Where: address, and what follows of it. When: modification time. */
  private static final Set<String> PLACE =
      Set.of(FlatTable.RUN_ID, "input_uri", "identity", "modified_ms", "bytes_read", "levels_uri");

  private ComparableRows() {}

  /** Of each table its rows as JSON, sorted; a row that is there twice is there twice. */
  public static Map<String, List<String>> of(RunViews views, String runId) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (FlatTable<?> table : ResultTable.projections()) {
      Column[] kept =
          Arrays.stream(table.schema().fieldNames())
              .filter(name -> !PLACE.contains(name))
              .map(functions::col)
              .toArray(Column[]::new);
      tables.put(
          table.name(),
          views.table(table.name(), runId).select(kept).toJSON().collectAsList().stream()
              .sorted()
              .toList());
    }
    return tables;
  }

  /** The same of a screening's result. */
  static Map<String, List<String>> of(ScreeningResult result) {
    return of(result.visible().views(SparkSession.active()), result.runId());
  }
}
