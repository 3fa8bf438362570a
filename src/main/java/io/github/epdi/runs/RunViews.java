package io.github.epdi.runs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.RunsTable;
import io.github.epdi.tables.encoding.SharedColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The visible rows of an output folder as tables, all by the same manifest. */
public final class RunViews {
  private static final String NEWEST = "newest_";
  private static final String COMMIT = "commit";

  private final SparkSession spark;
  private final RunLayout layout;
  private final Manifest manifest;
  private Dataset<Row> newestRuns;

  private RunViews(SparkSession spark, RunLayout layout, Manifest manifest) {
    this.spark = spark;
    this.layout = layout;
    this.manifest = manifest;
  }

  /** Makes views of a manifest of an output folder. */
  static RunViews of(SparkSession spark, RunLayout layout, Manifest manifest) {
    return new RunViews(spark, layout, manifest);
  }

  /** Makes views of the newest manifest of an output folder. */
  public static RunViews newest(SparkSession spark, String output) {
    RunLayout layout = new RunLayout(new Path(output));
    Manifests manifests = new Manifests(layout, spark.sparkContext().hadoopConfiguration());
    return new RunViews(spark, layout, manifests.newest());
  }

  /**
   * Makes views of the newest manifest of an output folder in which something is committed.
   *
   * @throws InputException if there is no such folder or no manifest in it
   */
  public static RunViews committed(SparkSession spark, String output) {
    RunViews views = newest(spark, output);
    if (views.manifest.number() > 0) {
      return views;
    }
    Path root = views.layout.root();
    try {
      FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!files.exists(root)) {
        throw missing(output, "found nothing there; check the path");
      }
      if (files.getFileStatus(root).isFile()) {
        throw missing(output, "found a file; give the folder that the campaign's output names");
      }
      throw missing(
          output,
          "found no manifest in it: nothing is committed there yet; run epdi screen first, or give"
              + " the folder that the campaign's output names");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read results in " + output, e);
    }
  }

  private static InputException missing(String output, String found) {
    return new InputException(
        "Cannot read results in " + output + ": expected a screening's output folder, " + found);
  }

  /** The manifest that these views show. */
  public Manifest manifest() {
    return manifest;
  }

  /** Returns all visible rows of a table. */
  public Dataset<Row> table(String name) {
    return read(name, manifest.files(name));
  }

  /** Returns the visible rows of a table that belong to one run. */
  public Dataset<Row> table(String name, String runId) {
    return read(name, manifest.files(name).stream().filter(f -> f.runId().equals(runId)).toList());
  }

  /**
   * Returns the rows of a table that are each material's newest result. For each material these are
   * the rows of the run that was committed last among those that screened or rejected it. A
   * material whose newest result is a reject has a row in {@code rejects} only. For {@code runs}
   * all rows are returned.
   */
  public Dataset<Row> latest(String name) {
    Dataset<Row> all = table(name);
    if (name.equals(RunsTable.TABLE.name()) || manifest.commitOrder().size() < 2) {
      return all;
    }
    Dataset<Row> newest = newestRuns();
    return all.join(
        newest,
        all.col(FlatTable.RUN_ID)
            .equalTo(newest.col(NEWEST + FlatTable.RUN_ID))
            .and(
                all.col(SharedColumns.MATERIAL_ID)
                    .equalTo(newest.col(NEWEST + SharedColumns.MATERIAL_ID))),
        "left_semi");
  }

  /** Returns for each material the run with its newest result. */
  private synchronized Dataset<Row> newestRuns() {
    if (newestRuns == null) {
      newestRuns =
          results(GridsTable.TABLE)
              .union(results(RejectsTable.TABLE))
              .join(commits(), FlatTable.RUN_ID)
              .groupBy(col(SharedColumns.MATERIAL_ID).as(NEWEST + SharedColumns.MATERIAL_ID))
              .agg(max_by(col(FlatTable.RUN_ID), col(COMMIT)).as(NEWEST + FlatTable.RUN_ID))
              .coalesce(1)
              .cache(); // cached because every view of a query needs it
    }
    return newestRuns;
  }

  private Dataset<Row> results(FlatTable<?> table) {
    return table(table.name()).select(FlatTable.RUN_ID, SharedColumns.MATERIAL_ID);
  }

  /** Returns the visible runs, numbered in the order of their commits. */
  private Dataset<Row> commits() {
    List<Row> rows = new ArrayList<>();
    for (String runId : manifest.commitOrder()) {
      rows.add(RowFactory.create(runId, rows.size()));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add(FlatTable.RUN_ID, DataTypes.StringType, false)
            .add(COMMIT, DataTypes.IntegerType, false));
  }

  private Dataset<Row> read(String name, List<TableFile> files) {
    FlatTable<?> table =
        FlatTable.all().stream()
            .filter(t -> t.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
    String[] paths =
        files.stream()
            .filter(file -> file.rows() > 0) // often all of rejects: then Spark has nothing to do
            .map(file -> layout.file(file.path()).toString())
            .toArray(String[]::new);
    return paths.length == 0
        ? spark.createDataFrame(List.of(), table.schema())
        : spark.read().schema(table.schema()).parquet(paths);
  }
}
