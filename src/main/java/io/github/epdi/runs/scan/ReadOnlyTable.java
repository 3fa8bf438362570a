package io.github.epdi.runs.scan;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.types.StructType;

/** What Spark is told of every table of ours: its columns, and that it can be read. */
interface ReadOnlyTable extends SupportsRead {
  /** Returns all columns. */
  StructType rowSchema();

  @Override
  default Column[] columns() {
    return CatalogV2Util.structTypeToV2Columns(rowSchema());
  }

  @Override
  default Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }
}
