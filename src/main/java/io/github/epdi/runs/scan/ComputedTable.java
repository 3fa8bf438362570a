package io.github.epdi.runs.scan;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Function1;

/**
 * A read-only table whose few rows are computed on the driver when a query is planned, anew for
 * every query.
 *
 * @param name what Spark calls it in plans and messages
 * @param rowSchema all columns
 * @param source what the rows are computed from; tables with equal sources have equal rows
 * @param rows computes the rows
 */
public record ComputedTable(
    String name, StructType rowSchema, Object source, Supplier<List<Row>> rows)
    implements ReadOnlyTable {
  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return () -> new Rows(rowSchema, rows.get());
  }

  /** The rows as a scan. */
  private record Rows(StructType readSchema, List<Row> computed) implements LocalScan {
    @Override
    public InternalRow[] rows() {
      Function1<Object, Object> converter =
          CatalystTypeConverters.createToCatalystConverter(readSchema);
      return computed.stream()
          .map(row -> (InternalRow) converter.apply(row))
          .toArray(InternalRow[]::new);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComputedTable table
        && name.equals(table.name)
        && source.equals(table.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, source);
  }
}
