package io.github.epdi.runs;

import io.github.epdi.structure.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;

/** The visible rows of an output folder as tables, all by the same manifest. */
public final class RunViews {
  private final Manifest manifest;
  private final VisibleTables tables;

  private RunViews(SparkSession spark, RunLayout layout, Manifest manifest) {
    this.manifest = manifest;
    this.tables =
        new VisibleTables(spark, new VisibleRows(layout, configuration(spark), manifest), layout);
  }

  /** Makes views of a manifest of an output folder. */
  static RunViews of(SparkSession spark, RunLayout layout, Manifest manifest) {
    return new RunViews(spark, layout, manifest);
  }

  /** Makes views of the newest manifest of an output folder. */
  public static RunViews newest(SparkSession spark, String output) {
    RunLayout layout = RunLayout.of(output, configuration(spark));
    return new RunViews(spark, layout, new Manifests(layout, configuration(spark)).newest());
  }

  private static Configuration configuration(SparkSession spark) {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf();
  }

  /**
   * Makes views of the newest manifest of an output folder in which something is committed.
   *
   * @throws InputException if there is no such folder or no manifest in it
   */
  public static RunViews committed(SparkSession spark, String output) {
    RunLayout layout = RunLayout.of(output, configuration(spark));
    return new RunViews(
        spark, layout, new Manifests(layout, configuration(spark)).committed(output));
  }

  /**
   * Makes views of one manifest of an output folder, as it was when that was the newest.
   *
   * @param number number of the manifest, 1 or more
   * @throws InputException if there is no such folder or no such manifest
   */
  public static RunViews committed(SparkSession spark, String output, long number) {
    RunLayout layout = RunLayout.of(output, configuration(spark));
    try {
      Manifest manifest = new Manifests(layout, configuration(spark)).read(number);
      return new RunViews(spark, layout, manifest);
    } catch (FileNotFoundException e) {
      long newest = committed(spark, output).manifest.number();
      throw new InputException(
          "Cannot read manifest "
              + number
              + " of "
              + output
              + ": expected a number from 1 to "
              + newest
              + ", found no manifest of that number",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read results in " + output, e);
    }
  }

  /** The manifest that these views show. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * Returns one of the tables that queries read, as Spark's analyzer takes it.
   *
   * @param name one of {@link RunQueries#tables}
   */
  public Table queryTable(String name) {
    return tables.table(name);
  }

  /** Returns the rows of one of the tables that queries read. */
  Dataset<Row> queryRows(String name) {
    return tables.rows(tables.table(name));
  }

  /** Returns all visible rows of a table. */
  public Dataset<Row> table(String name) {
    return queryRows(VisibleTables.ALL + name);
  }

  /** Returns the visible rows of a table that belong to one run. */
  public Dataset<Row> table(String name, String runId) {
    return tables.ofRun(name, runId);
  }

  /**
   * Returns the rows of a table that are each material's newest result. For each material these are
   * the rows of the run that was committed last among those that screened or rejected it. A
   * material whose newest result is a reject has a row in {@code rejects} only. For {@code runs}
   * all rows are returned.
   */
  public Dataset<Row> latest(String name) {
    return queryRows(name);
  }
}
