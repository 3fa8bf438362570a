package io.github.epdi.spark;

import io.github.epdi.runs.scan.ComputedTable;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.DelegatingCatalogExtension;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark's own catalog, in which looking for the table {@code in_between} does something. */
public final class CommittingCatalog extends DelegatingCatalogExtension {
  /** What it does. */
  static Runnable commit = () -> {};

  @Override
  public Table loadTable(Identifier table) throws NoSuchTableException {
    if (!table.name().equals("in_between")) {
      return super.loadTable(table);
    }
    commit.run();
    return new ComputedTable(
        "in_between",
        new StructType().add("one", DataTypes.IntegerType),
        "in_between",
        () -> List.of(RowFactory.create(1)));
  }
}
