package io.github.epdi.runs.scan;

import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.execution.datasources.v2.FilePartitionReaderFactory;
import org.apache.spark.sql.execution.datasources.v2.parquet.ParquetScan;

/** A scan of Parquet files that leaves out hidden rows where they are read. */
final class ShownParquetScan extends ParquetScan {
  private static final long serialVersionUID = 1L;

  private final transient RunFileIndex files;

  ShownParquetScan(ParquetScan scan, RunFileIndex files) {
    super(
        scan.sparkSession(),
        scan.hadoopConf(),
        files,
        scan.dataSchema(),
        scan.readDataSchema(),
        scan.readPartitionSchema(),
        scan.pushedFilters(),
        scan.options(),
        scan.pushedAggregate(),
        scan.partitionFilters(),
        scan.dataFilters(),
        scan.pushedVariantExtractions());
    this.files = files;
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new ShownRowsReaders(
        (FilePartitionReaderFactory) super.createReaderFactory(),
        readDataSchema().fieldIndex(files.decidingColumn()),
        files.hiddenValues());
  }

  /** Adds to the plan's text that rows are left out, and by which column. */
  @Override
  public String description() {
    return super.description() + ", HiddenBy: " + files.decidingColumn();
  }
}
