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
 * Writes a data set: folders {@code labels}, {@code neb} and {@code rejects} of Parquet and {@code
 * level-of-theory.yaml}; whole or not at all.
 */
public final class DatasetWriter {
  private final SparkSession spark;

  /** A writer with a session. */
  public DatasetWriter(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Checks that a data set can be written there, before anything is read for it.
   *
   * @throws InputException if the name is taken
   */
  public void requireFree(Path folder) throws IOException {
    if (folder.getFileSystem(configuration()).exists(folder)) {
      throw new InputException("Cannot write " + folder + ": it exists; give another name");
    }
  }

  /** Writes it under a temporary name beside its own, then gives it its own. */
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
          .rename(temporary, folder, Rename.NONE);
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
