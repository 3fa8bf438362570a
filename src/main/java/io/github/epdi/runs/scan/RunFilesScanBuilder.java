package io.github.epdi.runs.scan;

import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.execution.datasources.v2.parquet.ParquetScan;
import org.apache.spark.sql.execution.datasources.v2.parquet.ParquetScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Spark's own builder of scans of Parquet, which takes filters and columns. Where rows are hidden,
 * the column that decides is read too, and no aggregate is answered from the footers of files,
 * which count hidden rows as well.
 */
final class RunFilesScanBuilder extends ParquetScanBuilder {
  private static final long serialVersionUID = 1L;

  private final transient RunFileIndex files;

  RunFilesScanBuilder(
      SparkSession spark, RunFileIndex files, StructType schema, CaseInsensitiveStringMap options) {
    super(spark, files, schema, schema, options);
    this.files = files;
  }

  @Override
  public void pruneColumns(StructType required) {
    String deciding = files.decidingColumn();
    boolean lacks = files.hidesRows() && !Arrays.asList(required.fieldNames()).contains(deciding);
    super.pruneColumns(lacks ? required.add(dataSchema().apply(deciding)) : required);
  }

  @Override
  public boolean pushAggregation(Aggregation aggregation) {
    return !files.hidesRows() && super.pushAggregation(aggregation);
  }

  @Override
  public ParquetScan build() {
    ParquetScan scan = super.build();
    return files.hidesRows() ? new ShownParquetScan(scan, files) : scan;
  }
}
