package io.github.epdi.dataset;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.dataset.DatasetTable;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.NebRow;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Reads the tables of a data set that {@link DatasetWriter} wrote. */
public final class DatasetTableFiles {
  private final SparkSession spark;
  private final Path folder;

  /** Takes the folder of a data set, a local path or a URI. */
  public DatasetTableFiles(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = new Path(folder);
  }

  /**
   * Reads the training table.
   *
   * @throws InputException if the folder has none
   */
  public List<LabelRow> labels() throws IOException {
    return read(DatasetTable.LABELS);
  }

  /**
   * Reads the reference curves.
   *
   * @throws InputException if the folder has none
   */
  public List<NebRow> neb() throws IOException {
    return read(DatasetTable.NEB);
  }

  private <R extends Record> List<R> read(DatasetTable<R> table) throws IOException {
    Path path = new Path(folder, table.name());
    if (!path.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(path)) {
      throw new InputException(
          "Cannot read data set "
              + folder
              + ": expected a folder "
              + table.name()
              + " in it (epdi dataset writes one), found none");
    }
    return spark.read().schema(table.schema()).parquet(path.toString()).collectAsList().stream()
        .map(table::fromRow)
        .toList();
  }
}
