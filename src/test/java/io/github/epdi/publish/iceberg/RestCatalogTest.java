package io.github.epdi.publish.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.publish.PublishSettings;
import io.github.epdi.publish.Publisher;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.RunQueries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A catalog that is a server. */
@ExtendWith(SparkExtension.class)
class RestCatalogTest {
  private static final String HADOOP_FILES = "org.apache.iceberg.hadoop.HadoopFileIO";

  @TempDir private Path folder;

  @Test
  void runsAreRegisteredAndReadThroughAServer(SparkSession spark) throws Exception {
    String results = ExampleRuns.write(spark, folder.resolve("results")).output();
    JdbcCatalog behind = new JdbcCatalog();
    behind.setConf(new Configuration());
    behind.initialize(
        "served",
        Map.of(
            "uri",
            "jdbc:h2:" + folder.resolve("catalog"),
            "warehouse",
            folder.resolve("warehouse").toString(),
            "io-impl",
            HADOOP_FILES));
    Path properties = Files.writeString(folder.resolve("p"), "token=K7MDENG\n");
    try (RestServer server = new RestServer(behind)) {
      PublishSettings settings =
          new PublishSettings(
              PublishSettings.CatalogKind.REST, null, server.uri(), "epdi", properties.toString());

      assertThat(IcebergSession.publish(settings, results))
          .isEqualTo(new Publisher.Published(2, 2, 15));
      assertThat(server.authorizations()).contains("Bearer K7MDENG");
      assertThat(IcebergSession.publish(settings, results).runs()).isZero();

      RunQueries queries = RunQueries.on(spark, results);
      SparkSession iceberg =
          IcebergSession.of(
              spark, Map.of("type", "rest", "uri", server.uri(), "io-impl", HADOOP_FILES));
      for (String table : RunQueries.tables()) {
        String text = "SELECT * FROM " + table;
        assertThat(IcebergSession.answer(iceberg.sql(text)))
            .as(table)
            .containsExactlyInAnyOrderElementsOf(
                IcebergSession.answer(queries.select(text, Map.of())));
      }
    }
  }
}
