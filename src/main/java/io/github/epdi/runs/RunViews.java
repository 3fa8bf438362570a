package io.github.epdi.runs;

import io.github.epdi.tables.FlatTable;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What is visible of an output folder, as tables: the state of one manifest. */
public final class RunViews {
  private final SparkSession spark;
  private final RunLayout layout;
  private final Manifest manifest;

  private RunViews(SparkSession spark, RunLayout layout, Manifest manifest) {
    this.spark = spark;
    this.layout = layout;
    this.manifest = manifest;
  }

  /** The views by the newest manifest of an output folder. */
  public static RunViews newest(SparkSession spark, String output) {
    RunLayout layout = new RunLayout(new Path(output));
    Manifests manifests = new Manifests(layout, spark.sparkContext().hadoopConfiguration());
    return new RunViews(spark, layout, manifests.newest());
  }

  /** The manifest that these views show. */
  public Manifest manifest() {
    return manifest;
  }

  /** All visible rows of a table. */
  public Dataset<Row> table(String name) {
    return read(name, manifest.files(name));
  }

  /** The visible rows of a table that belong to one run. */
  public Dataset<Row> table(String name, String runId) {
    return read(name, manifest.files(name).stream().filter(f -> f.runId().equals(runId)).toList());
  }

  private Dataset<Row> read(String name, List<TableFile> files) {
    FlatTable<?> table =
        FlatTable.all().stream()
            .filter(t -> t.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
    String[] paths =
        files.stream()
            .map(f -> new Path(layout.root(), f.path()).toString())
            .toArray(String[]::new);
    return paths.length == 0
        ? spark.createDataFrame(List.of(), table.schema())
        : spark.read().schema(table.schema()).parquet(paths);
  }
}
