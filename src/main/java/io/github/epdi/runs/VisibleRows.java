package io.github.epdi.runs;

import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.parquet.ParquetRows;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

  private VisibleRows(RunLayout layout, Configuration configuration, Manifest manifest) {
    this.layout = layout;
    this.configuration = configuration;
    this.manifest = manifest;
  }

  /** Takes the newest manifest of an output folder, which may be empty. */
  public static VisibleRows newest(RunLayout layout, Configuration configuration) {
    return new VisibleRows(layout, configuration, new Manifests(layout, configuration).newest());
  }

  /** The manifest that says which rows are visible. */
  public Manifest manifest() {
    return manifest;
  }

  /** Returns the views of the same manifest, for what only Spark can answer. */
  public RunViews views(SparkSession spark) {
    return RunViews.of(spark, layout, manifest);
  }

  /** Shows rows of all runs, until one is not wanted any more. */
  public void show(FlatTable<?> table, Predicate<Row> goesOn) {
    show(manifest.files(table.name()), table.schema(), goesOn);
  }

  /** Shows some columns of rows of all runs, until a row is not wanted any more. */
  public void show(FlatTable<?> table, List<String> columns, Predicate<Row> goesOn) {
    StructField[] wanted =
        Arrays.stream(table.schema().fields())
            .filter(field -> columns.contains(field.name()))
            .toArray(StructField[]::new);
    show(manifest.files(table.name()), new StructType(wanted), goesOn);
  }

  /** Shows rows of one run, until one is not wanted any more. */
  public void show(FlatTable<?> table, String runId, Predicate<Row> goesOn) {
    List<TableFile> files =
        manifest.files(table.name()).stream().filter(file -> file.runId().equals(runId)).toList();
    show(files, table.schema(), goesOn);
  }

  /** Shows rows of all runs that are of some materials. */
  public void showMaterials(FlatTable<?> table, Set<String> ids, Consumer<Row> row) {
    if (ids.isEmpty()) {
      return; // Parquet refuses an empty set
    }
    for (TableFile file : withRows(manifest.files(table.name()))) {
      try (ParquetRows rows =
          ParquetRows.having(
              layout.file(file.path()),
              table.schema(),
              SharedColumns.MATERIAL_ID,
              ids,
              configuration)) {
        rows.forEachRemaining(row);
      }
    }
  }

  /** Leaves out files without rows, as those of rejects often are. */
  private static List<TableFile> withRows(List<TableFile> files) {
    return files.stream().filter(file -> file.rows() > 0).toList();
  }

  private void show(List<TableFile> files, StructType wanted, Predicate<Row> goesOn) {
    for (TableFile file : withRows(files)) {
      Path path = layout.file(file.path());
      try (ParquetRows rows = ParquetRows.of(path, wanted, configuration)) {
        while (rows.hasNext()) {
          if (!goesOn.test(rows.next())) {
            return;
          }
        }
      }
    }
  }
}
