package io.github.epdi.runs.scan;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A read-only table over Parquet files that do not change. Every column may be null, because files
 * of an earlier version lack the columns that came later. Two tables are equal if they show the
 * same rows, so that Spark finds again what it has cached.
 */
public final class RunFilesTable implements ReadOnlyTable {
  private final SparkSession spark;
  private final String name;
  private final StructType schema;
  private final List<RunFile> files;
  private final Object source;
  private final Supplier<HiddenRows> hidden;

  /**
   * Makes a table.
   *
   * @param name what Spark calls it in plans and messages
   * @param schema all columns
   * @param files the files, which are not looked for until rows are read
   * @param source what the table is made from; tables of one name with equal sources have equal
   *     rows
   * @param hidden which rows are hidden; asked when a query is planned
   */
  public RunFilesTable(
      SparkSession spark,
      String name,
      StructType schema,
      List<RunFile> files,
      Object source,
      Supplier<HiddenRows> hidden) {
    this.spark = spark;
    this.name = name;
    this.schema = schema.asNullable();
    this.files = List.copyOf(files);
    this.source = source;
    this.hidden = hidden;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public StructType rowSchema() {
    return schema;
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    RunFileIndex shown = new RunFileIndex(spark, files, hidden.get());
    return new RunFilesScanBuilder(spark, shown, schema, options);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunFilesTable table
        && name.equals(table.name)
        && source.equals(table.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, source);
  }

  @Override
  public String toString() {
    return name;
  }
}
