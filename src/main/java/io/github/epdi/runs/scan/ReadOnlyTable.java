package io.github.epdi.runs.scan;

import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What Spark is told of every table of ours: its columns, and that it can be read. */
interface ReadOnlyTable extends SupportsRead {
  /** Returns all columns. */
  StructType rowSchema();

  /** Made by what connectors may use, since Spark's own way is another one in each version. */
  @Override
  default Column[] columns() {
    return Arrays.stream(rowSchema().fields()).map(ReadOnlyTable::column).toArray(Column[]::new);
  }

  private static Column column(StructField field) {
    return Column.create(
        field.name(),
        field.dataType(),
        field.nullable(),
        field.getComment().isDefined() ? field.getComment().get() : null,
        field.metadata().json());
  }

  @Override
  default Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }
}
