package io.github.epdi.dataset;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.dataset.DatasetTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a data set as a whole or not at all. It has Parquet folders {@code labels}, {@code neb}
 * and {@code rejects} and the file {@code level-of-theory.yaml}.
 */
public final class DatasetWriter {
  private final SparkSession spark;

  /** Makes a writer that uses a session. */
  public DatasetWriter(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Checks that a data set can be written to a folder, before anything is read for it.
   *
   * @throws InputException if the folder exists
   */
  public void requireFree(Path folder) throws IOException {
    if (folder.getFileSystem(configuration()).exists(folder)) {
      throw new InputException("Cannot write " + folder + ": it exists; give another name");
    }
  }

  /**
   * Writes a data set into a temporary folder beside the final one and then renames it.
   *
   * @throws InputException if the folder exists
   */
  public void write(ImportedDataset dataset, Path folder) throws IOException {
    requireFree(folder);
    FileSystem files = folder.getFileSystem(configuration());
    Path temporary = new Path(folder.getParent(), ".tmp-" + UUID.randomUUID());
    try {
      write(DatasetTable.LABELS, dataset.labels(), temporary);
      write(DatasetTable.NEB, dataset.neb(), temporary);
      write(DatasetTable.REJECTS, dataset.rejects(), temporary);
      try (OutputStream out = files.create(new Path(temporary, LevelOfTheoryFile.NAME), false)) {
        out.write(LevelOfTheoryFile.yaml(dataset.theory()).getBytes(StandardCharsets.UTF_8));
      }
      FileContext.getFileContext(files.getUri(), configuration())
          .rename(files.makeQualified(temporary), files.makeQualified(folder), Rename.NONE);
    } finally {
      files.delete(temporary, true);
    }
  }

  private <R extends Record> void write(DatasetTable<R> table, List<R> records, Path folder) {
    List<Row> rows = records.stream().map(table::toRow).toList();
    spark
        .createDataFrame(rows, table.schema())
        .coalesce(1)
        .write()
        .parquet(new Path(folder, table.name()).toString());
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
