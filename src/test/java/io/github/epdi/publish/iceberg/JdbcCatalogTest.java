package io.github.epdi.publish.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.publish.PublishSettings;
import io.github.epdi.publish.Publisher;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.RunQueries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A catalog in a database, and several publishers at a time. */
@ExtendWith(SparkExtension.class)
class JdbcCatalogTest {
  private static final int AT_A_TIME = 4;

  @TempDir private Path folder;

  @Test
  void severalPublishersAtATimeRegisterEachRunOnce(SparkSession spark) throws Exception {
    String results = ExampleRuns.write(spark, folder.resolve("results")).output();
    String uri = "jdbc:h2:" + folder.resolve("catalog") + ";DB_CLOSE_DELAY=-1";
    Path warehouse = folder.resolve("warehouse");
    Path properties =
        Files.writeString(folder.resolve("p"), "jdbc.user=epdi\njdbc.password=K7MDENG\n");
    PublishSettings settings =
        new PublishSettings(
            PublishSettings.CatalogKind.JDBC,
            warehouse.toString(),
            uri,
            "epdi",
            properties.toString());

    List<Callable<Publisher.Published>> publishers = new ArrayList<>();
    for (int i = 0; i < AT_A_TIME; i++) {
      publishers.add(() -> IcebergSession.publish(settings, results));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      for (Future<Publisher.Published> published : threads.invokeAll(publishers)) {
        assertThat(published.get().manifest()).isEqualTo(2);
      }
    } finally {
      threads.shutdown();
    }

    assertThat(IcebergSession.publish(settings, results).runs()).isZero();
    SparkSession iceberg =
        IcebergSession.of(
            spark,
            Map.of(
                "type", "jdbc",
                "uri", uri,
                "warehouse", warehouse.toString(),
                "jdbc.user", "epdi",
                "jdbc.password", "K7MDENG"));
    RunQueries queries = RunQueries.on(spark, results);
    for (String table : RunQueries.tables()) {
      String text = "SELECT * FROM " + table;
      assertThat(
              IcebergSession.texts(
                  iceberg.sql(
                      "SELECT summary['epdi.run_id'] FROM epdi.epdi."
                          + table
                          + ".snapshots"
                          + " ORDER BY committed_at")))
          .as(table)
          .isEqualTo(
              table.equals("ranking")
                  ? List.of(ExampleRuns.SECOND)
                  : List.of(ExampleRuns.FIRST, ExampleRuns.SECOND));
      assertThat(IcebergSession.answer(iceberg.sql(text)))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(
              IcebergSession.answer(queries.select(text, Map.of())));
    }
  }
}
