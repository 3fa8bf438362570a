package io.github.epdi.cluster;

import io.github.epdi.runs.RunQueries;
import io.github.epdi.structure.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A reader that asks again and again while runs are made and crash. Each answer must show nothing
 * of an output folder or all of its run; once it shows the run it must go on to do so.
 */
final class RunWatcher {
  private static final long PAUSE_MILLIS = 300;

  private static final List<String> TABLES =
      List.of("grids", "rejects", "materials", "runs", "barriers", "sites", "hops");

  private static final String QUESTION =
      TABLES.stream()
          .map(table -> "(SELECT count(*) FROM " + table + ")")
          .collect(Collectors.joining(", ", "SELECT ", ""));

  private static final List<Long> NOTHING = Collections.nCopies(TABLES.size(), 0L);
  private static final String DUCKDB = "DuckDB";
  private static final String SPARK = "Spark";
  private static final List<String> ENGINES = List.of(DUCKDB, SPARK);
  private static final int ENOUGH = 3;

  private final long inputs;
  private final Path stop;
  private final List<String> outputs;
  private final Map<String, Integer> empty = new TreeMap<>();
  private final Map<String, Integer> whole = new TreeMap<>();
  private final Map<String, List<Long>> first = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();

  RunWatcher(long inputs, Path stop, List<String> outputs) {
    this.inputs = inputs;
    this.stop = stop;
    this.outputs = outputs;
  }

  /** Watches; what was wrong. */
  List<String> watch() throws Exception {
    try (SparkSession spark = spark();
        DuckTables tables = new DuckTables()) {
      while (!Files.exists(stop)) {
        for (String output : outputs) {
          if (isOfInterest(output)) {
            read(spark, tables, output);
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    report();
    return complaints;
  }

  /** From a run's beginning until it has been seen whole some times. */
  private boolean isOfInterest(String output) {
    return Files.isDirectory(Path.of(output, "_data"))
        && ENGINES.stream().anyMatch(e -> whole.getOrDefault(e + " " + output, 0) < ENOUGH);
  }

  private void read(SparkSession spark, DuckTables tables, String output) throws Exception {
    boolean shown = DuckTables.isThere(output);
    if (shown) {
      tables.show(output);
    }
    judge(DUCKDB, output, shown ? tables.numbers(QUESTION) : NOTHING);
    judge(SPARK, output, sparks(spark, output));
  }

  private static SparkSession spark() {
    return SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .getOrCreate();
  }

  private static List<Long> sparks(SparkSession spark, String output) {
    try {
      Row row = RunQueries.on(spark, "file:" + output).select(QUESTION, Map.of()).head();
      return IntStream.range(0, row.size()).mapToObj(row::getLong).toList();
    } catch (InputException e) { // nothing is committed there
      return NOTHING;
    }
  }

  private void judge(String engine, String output, List<Long> found) {
    String key = engine + " " + output;
    long grids = found.get(0);
    if (found.equals(NOTHING) && !whole.containsKey(key)) {
      empty.merge(key, 1, Integer::sum);
    } else if (grids + found.get(1) == inputs
        && found.get(2) == grids
        && found.get(3) == 1
        && found.subList(4, found.size()).stream().allMatch(rows -> rows >= grids)
        && found.equals(first.computeIfAbsent(output, o -> found))) {
      whole.merge(key, 1, Integer::sum);
    } else {
      complaints.add(key + " shows part of a run: rows of " + TABLES + " are " + found);
    }
  }

  /** A reader that never saw one of the two states proves nothing. */
  private void report() {
    for (String output : outputs) {
      for (String engine : ENGINES) {
        String key = engine + " " + output;
        int before = empty.getOrDefault(key, 0);
        int after = whole.getOrDefault(key, 0);
        System.out.printf("  %s: %d reads of nothing, %d of the whole run%n", key, before, after);
        if (before == 0 || after == 0) {
          complaints.add(key + ": expected reads before and after, found " + before + ", " + after);
        }
      }
    }
  }
}
