package io.github.epdi.runs.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.FileSourceOptions;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.v2.FilePartitionReaderFactory;

/**
 * Opens files on executors and leaves hidden rows out. It hands out rows, not batches of columns,
 * for Spark's batches cannot leave a row out.
 */
final class ShownRowsReaders extends FilePartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  private final FilePartitionReaderFactory all;
  private final int column;
  private final HashMap<Path, Set<String>> hidden;

  /**
   * Takes what it needs on executors.
   *
   * @param all reads every row
   * @param column position of the deciding column among those that are read
   * @param hidden hidden values of that column by file
   */
  ShownRowsReaders(FilePartitionReaderFactory all, int column, Map<Path, Set<String>> hidden) {
    this.all = all;
    this.column = column;
    this.hidden = new HashMap<>(hidden);
  }

  @Override
  public FileSourceOptions options() {
    return all.options();
  }

  @Override
  public PartitionReader<InternalRow> buildReader(PartitionedFile file) {
    Set<String> values = hidden.get(file.toPath());
    PartitionReader<InternalRow> rows = all.buildReader(file);
    return values == null ? rows : new ShownRows(rows, column, values);
  }
}
