package io.github.epdi.cluster;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares all rows of two output folders, every column but the run's id and its times. */
final class RowComparison {
  /** What is to be the same. */
  enum Extent {
    /** Every row. */
    SAME,
    /** The rows of grids that could be screened, copies of the other's; the rest are rejects. */
    GOOD;

    static Extent of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** The tables with a material, and what of a row says where and when it was made. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    for (String table : List.of("materials", "barriers", "sites", "hops")) {
      TABLES.put(table, "run_id");
    }
  }

  private RowComparison() {}

  /** What differs, one line a table; nothing if nothing does. */
  static List<String> of(String reference, String output, Extent extent)
      throws SQLException, IOException {
    Map<String, String> excluded = new LinkedHashMap<>(TABLES);
    if (extent == Extent.SAME) {
      excluded.put("grids", "run_id");
      excluded.put("rejects", "run_id");
      excluded.put("runs", "run_id, campaign_json, started_ms, finished_ms");
    } else {
      excluded.put("grids", "run_id, input_uri, identity, modified_ms");
    }
    List<String> differences = new ArrayList<>();
    try (DuckTables tables = new DuckTables()) {
      tables.show(reference);
      for (String table : excluded.keySet()) {
        tables.execute("CREATE TEMP TABLE wanted_" + table + " AS SELECT * FROM all_" + table);
      }
      tables.show(output);
      for (Map.Entry<String, String> table : excluded.entrySet()) {
        String difference = difference(tables, table.getKey(), table.getValue(), extent);
        if (!difference.isEmpty()) {
          differences.add(output + ", table " + difference);
        }
      }
    }
    return differences;
  }

  private static String difference(DuckTables tables, String table, String excluded, Extent extent)
      throws SQLException {
    String columns = "SELECT * EXCLUDE (" + excluded + ") FROM ";
    String found = columns + "all_" + table;
    String wanted = columns + "wanted_" + table;
    if (extent == Extent.GOOD) {
      wanted += " WHERE material_id NOT IN (SELECT material_id FROM all_rejects)";
    }
    List<Long> counts =
        tables.numbers(
            String.format(
                Locale.ROOT,
                "SELECT (SELECT count(*) FROM (%1$s)), (SELECT count(*) FROM (%2$s)),"
                    + " (SELECT count(*) FROM (%1$s EXCEPT ALL %2$s)),"
                    + " (SELECT count(*) FROM (%2$s EXCEPT ALL %1$s))",
                "(" + found + ")",
                "(" + wanted + ")"));
    boolean empty = counts.get(1) == 0 && !table.equals("rejects");
    return counts.get(2) == 0 && counts.get(3) == 0 && !empty
        ? ""
        : String.format(
            Locale.ROOT,
            "%s: %d rows, %d wanted; %d that are not wanted, %d that are missing",
            table,
            counts.get(0),
            counts.get(1),
            counts.get(2),
            counts.get(3));
  }
}
