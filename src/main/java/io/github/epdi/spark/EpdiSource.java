package io.github.epdi.spark;

import io.github.epdi.runs.RunQueries;
import io.github.epdi.structure.InputException;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.CreatableRelationProvider;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code epdi}: one table of an output folder, by one manifest, which is the newest
 * one when the table is loaded unless the options name another. A view over it goes on showing that
 * manifest. For the options see {@link SourceOptions}.
 */
public final class EpdiSource
    implements TableProvider, CreatableRelationProvider, DataSourceRegister {
  @Override
  public String shortName() {
    return "epdi";
  }

  /** Returns the columns of the table, which are the same for every output folder. */
  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return RunQueries.schema(SourceOptions.of(options).table());
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    SourceOptions options = SourceOptions.of(new CaseInsensitiveStringMap(properties));
    return options.views(SparkSession.active()).queryTable(options.table());
  }

  /** Refuses, because only runs write tables; without it Spark would call this a bug of its own. */
  @Override
  public BaseRelation createRelation(
      SQLContext context,
      SaveMode mode,
      scala.collection.immutable.Map<String, String> options,
      Dataset<Row> rows) {
    throw new InputException("Cannot write format epdi: it is for reading; runs write its tables");
  }
}
