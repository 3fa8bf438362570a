package io.github.epdi.runs;

import io.github.epdi.runs.scan.ComputedTable;
import io.github.epdi.runs.scan.HiddenRows;
import io.github.epdi.runs.scan.RunFile;
import io.github.epdi.runs.scan.RunFilesTable;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RankingTable;
import io.github.epdi.tables.RunsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Option;

/**
 * The tables that queries read, all by one manifest: {@code materials}, {@code barriers}, ... with
 * each material's newest result, {@code all_materials}, {@code all_barriers}, ... with the rows of
 * all runs, and {@code ranking}. Which rows are newest is found out once, when a table first needs
 * it.
 */
final class VisibleTables {
  /** What the names of tables with the rows of all runs begin with. */
  static final String ALL = "all_";

  private final SparkSession spark;
  private final RunLayout layout;
  private final VisibleRows visible;
  private final Manifest manifest;

  VisibleTables(SparkSession spark, VisibleRows visible, RunLayout layout) {
    this.spark = spark;
    this.layout = layout;
    this.visible = visible;
    this.manifest = visible.manifest();
  }

  /** Returns the names of all tables. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    FlatTable.all().forEach(table -> names.add(table.name()));
    FlatTable.all().forEach(table -> names.add(ALL + table.name()));
    names.add(RankingTable.TABLE.name());
    return names;
  }

  /** Returns the columns of a table, as queries see them. */
  static StructType schema(String name) {
    if (name.equals(RankingTable.TABLE.name())) {
      return RankingTable.TABLE.schema().asNullable();
    }
    String flat = name.startsWith(ALL) ? name.substring(ALL.length()) : name;
    return flat(flat).schema().asNullable();
  }

  /**
   * Returns a table. No file of it is opened before it is read.
   *
   * @param name one of {@link #names}
   */
  Table table(String name) {
    if (name.equals(RankingTable.TABLE.name())) {
      return new ComputedTable(name, schema(name), source(), this::ranking);
    }
    return name.startsWith(ALL) ? all(flat(name.substring(ALL.length()))) : newest(flat(name));
  }

  private List<Row> ranking() {
    return visible.ranking().stream().map(RankingTable.TABLE::toRow).toList();
  }

  /** Returns the visible rows of a table that belong to one run. */
  Dataset<Row> ofRun(String name, String runId) {
    List<TableFile> files =
        manifest.files(name).stream().filter(file -> file.runId().equals(runId)).toList();
    return rows(table(name + " of " + runId, flat(name), files, HiddenRows::none));
  }

  /** Returns the rows of a table, which are not read yet. */
  Dataset<Row> rows(Table table) {
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation.create(
            table,
            Option.empty(),
            Option.empty(),
            CaseInsensitiveStringMap.empty(),
            Option.empty()));
  }

  private Table all(FlatTable<?> table) {
    return table(ALL + table.name(), table, manifest.files(table.name()), HiddenRows::none);
  }

  private Table newest(FlatTable<?> table) {
    boolean whole = table == RunsTable.TABLE;
    return table(
        table.name(),
        table,
        manifest.files(table.name()),
        whole ? HiddenRows::none : visible::hidden);
  }

  private Table table(
      String name, FlatTable<?> table, List<TableFile> files, Supplier<HiddenRows> without) {
    List<RunFile> at =
        files.stream()
            .filter(file -> file.rows() > 0) // often all of rejects
            .map(file -> new RunFile(layout.file(file.path()), file.bytes(), file.runId()))
            .toList();
    return new RunFilesTable(spark, name, table.schema(), at, source(), without);
  }

  /** What all tables are made from. */
  private record Source(RunLayout layout, Manifest manifest) {}

  private Source source() {
    return new Source(layout, manifest);
  }

  private static FlatTable<?> flat(String name) {
    return FlatTable.all().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
  }
}
