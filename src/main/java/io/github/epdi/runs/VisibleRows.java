package io.github.epdi.runs;

import io.github.epdi.runs.scan.HiddenRows;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RankingRow;
import io.github.epdi.tables.RunsTable;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.parquet.ParquetRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The visible rows of an output folder, all by the same manifest, read in this JVM. Spark need not
 * run, and is slower to start than a few files are to read; queries go through {@link RunViews}.
 */
public final class VisibleRows {
  private final RunLayout layout;
  private final Configuration configuration;
  private final Manifest manifest;
  private final Supplier<HiddenRows> hidden;

  /** Takes a manifest of an output folder. */
  public VisibleRows(RunLayout layout, Configuration configuration, Manifest manifest) {
    this.layout = layout;
    this.configuration = configuration;
    this.manifest = manifest;
    this.hidden = HiddenRows.once(() -> NewestResults.hidden(this));
  }

  /** Takes the newest manifest of an output folder, which may be empty. */
  public static VisibleRows newest(RunLayout layout, Configuration configuration) {
    return new VisibleRows(layout, configuration, new Manifests(layout, configuration).newest());
  }

  /**
   * Takes the newest manifest of an output folder in which something is committed.
   *
   * @throws InputException if there is no such folder or no manifest in it
   */
  public static VisibleRows committed(String output, Configuration configuration) {
    RunLayout layout = RunLayout.of(output, configuration);
    return new VisibleRows(
        layout, configuration, new Manifests(layout, configuration).committed(output));
  }

  /** The manifest that says which rows are visible. */
  public Manifest manifest() {
    return manifest;
  }

  /** Returns the views of the same manifest, for what only Spark can answer. */
  public RunViews views(SparkSession spark) {
    return RunViews.of(spark, layout, manifest);
  }

  /** Returns the rows that no table of newest results shows. They are looked for once. */
  HiddenRows hidden() {
    return hidden.get();
  }

  /**
   * Returns the rows of a table that are each material's newest result, as {@link RunViews#latest}
   * has them; for {@code runs} all rows.
   */
  public List<Row> latest(FlatTable<?> table) {
    return latest(table, table.schema());
  }

  /**
   * Returns the places of all materials by their newest results. Draws are computed anew each time.
   */
  public List<RankingRow> ranking() {
    List<String> columns = new ArrayList<>(RankingView.FROM);
    columns.add(FlatTable.RUN_ID); // by which rows are hidden
    return RankingView.of(latest(MaterialsTable.TABLE, columns(MaterialsTable.TABLE, columns)));
  }

  private List<Row> latest(FlatTable<?> table, StructType wanted) {
    if (table == RunsTable.TABLE) {
      return rows(files(table), file -> open(file, wanted), row -> true);
    }
    HiddenRows without = hidden();
    List<TableFile> shown =
        files(table).stream().filter(file -> !without.wholeRuns().contains(file.runId())).toList();
    return rows(
        shown,
        file -> open(file, wanted),
        row -> !without.hides(FlatTable.runId(row), row.getAs(SharedColumns.MATERIAL_ID)));
  }

  /** Returns the rows of a table that belong to some runs. */
  public List<Row> ofRuns(FlatTable<?> table, Set<String> runIds) {
    return rows(files(table, runIds), all(table), row -> true);
  }

  /** Returns the rows of a table that belong to some runs and are of some materials. */
  public List<Row> ofMaterials(FlatTable<?> table, Set<String> runIds, Set<String> ids) {
    return ids.isEmpty() ? List.of() : rows(files(table, runIds), having(table, ids), row -> true);
  }

  /** Returns the values of a text column of one run, null where a row has none. */
  List<String> texts(FlatTable<?> table, String column, String runId) {
    StructType one = columns(table, List.of(column));
    return rows(files(table, Set.of(runId)), file -> open(file, one), row -> true).stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** Shows rows of all runs, until one is not wanted any more. */
  public void show(FlatTable<?> table, Predicate<Row> goesOn) {
    show(files(table), table.schema(), goesOn);
  }

  /** Shows some columns of rows of all runs, until a row is not wanted any more. */
  public void show(FlatTable<?> table, List<String> columns, Predicate<Row> goesOn) {
    show(files(table), columns(table, columns), goesOn);
  }

  /** Shows rows of one run, until one is not wanted any more. */
  public void show(FlatTable<?> table, String runId, Predicate<Row> goesOn) {
    show(files(table, Set.of(runId)), table.schema(), goesOn);
  }

  /** Shows rows of all runs that are of some materials. */
  public void showMaterials(FlatTable<?> table, Set<String> ids, Consumer<Row> row) {
    if (ids.isEmpty()) {
      return; // Parquet refuses an empty set
    }
    for (TableFile file : files(table)) {
      try (ParquetRows rows = having(table, ids).apply(file)) {
        rows.forEachRemaining(row);
      }
    }
  }

  /** Returns a table's files, but for those without rows, as those of rejects often are. */
  private List<TableFile> files(FlatTable<?> table) {
    return manifest.files(table.name()).stream().filter(file -> file.rows() > 0).toList();
  }

  private List<TableFile> files(FlatTable<?> table, Set<String> runIds) {
    return files(table).stream().filter(file -> runIds.contains(file.runId())).toList();
  }

  private static StructType columns(FlatTable<?> table, List<String> names) {
    return new StructType(
        Arrays.stream(table.schema().fields())
            .filter(field -> names.contains(field.name()))
            .toArray(StructField[]::new));
  }

  private Function<TableFile, ParquetRows> all(FlatTable<?> table) {
    return file -> open(file, table.schema());
  }

  private Function<TableFile, ParquetRows> having(FlatTable<?> table, Set<String> ids) {
    return file ->
        ParquetRows.having(
            path(file), table.schema(), SharedColumns.MATERIAL_ID, ids, configuration);
  }

  private ParquetRows open(TableFile file, StructType wanted) {
    return ParquetRows.of(path(file), wanted, configuration);
  }

  private Path path(TableFile file) {
    return layout.file(file.path());
  }

  /** Reads files side by side. Their rows are in the order of the files. */
  private static List<Row> rows(
      List<TableFile> files, Function<TableFile, ParquetRows> open, Predicate<Row> shown) {
    return files.parallelStream().flatMap(file -> rows(open.apply(file), shown)).toList();
  }

  private static Stream<Row> rows(ParquetRows rows, Predicate<Row> shown) {
    List<Row> read = new ArrayList<>();
    try (rows) {
      rows.forEachRemaining(
          row -> {
            if (shown.test(row)) {
              read.add(row);
            }
          });
    }
    return read.stream();
  }

  private void show(List<TableFile> files, StructType wanted, Predicate<Row> goesOn) {
    for (TableFile file : files) {
      try (ParquetRows rows = open(file, wanted)) {
        while (rows.hasNext()) {
          if (!goesOn.test(rows.next())) {
            return;
          }
        }
      }
    }
  }
}
