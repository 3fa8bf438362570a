package io.github.epdi.runs;

import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** An output folder whose runs a test makes up row by row, written as a screening writes them. */
public final class ResultFolder {
  private final SparkSession spark;
  private final RunLayout layout;
  private final Configuration configuration;

  /** A folder, which need not exist. */
  public ResultFolder(SparkSession spark, java.nio.file.Path folder) {
    this.spark = spark;
    this.layout = new RunLayout(new Path("file:" + folder));
    this.configuration = spark.sparkContext().hadoopConfiguration();
  }

  /** The folder as commands take it. */
  public String output() {
    return layout.root().toUri().getPath();
  }

  /** A run to be filled and committed. */
  public Run run(String runId) {
    return new Run(runId);
  }

  /** The rows of one run. */
  public final class Run {
    private final String runId;
    private final Map<FlatTable<?>, List<Row>> rows = new LinkedHashMap<>();

    private Run(String runId) {
      this.runId = runId;
      FlatTable.all().forEach(table -> rows.put(table, new ArrayList<>()));
    }

    /** Adds a row; see {@link TableRows#of}. */
    public Run with(FlatTable<?> table, Map<String, Object> columns) {
      rows.get(table).add(TableRows.of(table, runId, columns));
      return this;
    }

    /** Writes all tables and makes them visible; a run without a row of its own gets one. */
    public Manifests.Outcome commit() {
      if (rows.get(RunsTable.TABLE).isEmpty()) {
        with(RunsTable.TABLE, Map.of());
      }
      TableFiles files = new TableFiles(layout, configuration);
      Map<String, List<TableFile>> written = new LinkedHashMap<>();
      rows.forEach(
          (table, tableRows) -> {
            Path folder = layout.freshTable(runId, table.name());
            TableFiles.write(spark.createDataFrame(tableRows, table.schema()).coalesce(1), folder);
            written.put(table.name(), files.describe(runId, folder));
          });
      return new Manifests(layout, configuration).commit(runId, written);
    }
  }
}
