package io.github.epdi.runs.scan;

import java.io.IOException;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.DataTypes;

/**
 * The rows of one file but those that are hidden.
 *
 * @param rows all rows; closed with this
 * @param column position of the column that decides
 * @param hidden values of that column whose rows are left out
 */
record ShownRows(PartitionReader<InternalRow> rows, int column, Set<String> hidden)
    implements PartitionReader<InternalRow> {
  @Override
  public boolean next() throws IOException {
    while (rows.next()) {
      InternalRow row = rows.get();
      if (row.isNullAt(column)
          || !hidden.contains(row.get(column, DataTypes.StringType).toString())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public InternalRow get() {
    return rows.get();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
