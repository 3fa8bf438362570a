package io.github.epdi.publish.iceberg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.epdi.publish.PublishSettings;
import io.github.epdi.publish.PublishSettings.CatalogKind;
import io.github.epdi.publish.Publisher;
import io.github.epdi.publish.Publishing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Spark with Iceberg's own reader, which knows a catalog by its properties alone. */
final class IcebergSession {
  private IcebergSession() {}

  /** A new session with the catalog {@code epdi}, in whose namespace {@code epdi} queries run. */
  static SparkSession of(SparkSession shared, Map<String, String> properties) {
    assumeTrue(
        shared.version().startsWith("4.1."), "skipped: Iceberg has no reader for this Spark");
    SparkSession session = shared.newSession();
    session.conf().set("spark.sql.catalog.epdi", "org.apache.iceberg.spark.SparkCatalog");
    session.conf().set("spark.sql.catalog.epdi.cache-enabled", "false");
    properties.forEach(
        (name, value) -> session.conf().set("spark.sql.catalog.epdi." + name, value));
    session.sql("USE epdi.epdi");
    return session;
  }

  static SparkSession hadoop(SparkSession shared, Path warehouse) {
    return of(shared, Map.of("type", "hadoop", "warehouse", warehouse.toString()));
  }

  static PublishSettings hadoop(Path warehouse) {
    return new PublishSettings(
        CatalogKind.HADOOP, warehouse.toUri().toString(), null, "epdi", null);
  }

  static Publisher.Published publish(PublishSettings settings, String output) {
    return Publishing.to(settings, new Configuration()).publish(output);
  }

  /** The rows, numbers to nine digits: the last ones of a mean hang on which task ends first. */
  static List<List<Object>> answer(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(IcebergSession::values).toList();
  }

  private static List<Object> values(Row row) {
    return CollectionConverters.asJava(row.toSeq()).stream().map(IcebergSession::rounded).toList();
  }

  private static Object rounded(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.9g", number)
        : String.valueOf(value);
  }

  static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
  }
}
