package io.github.epdi.publish.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.screening.DriverProcess;
import io.github.epdi.screening.FaultyFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing that dies between the commits of two tables, as a process of its own. */
@ExtendWith(SparkExtension.class)
class KilledPublishingIT {
  @TempDir private Path folder;

  private Path campaign;

  private DriverProcess publish() throws IOException {
    return DriverProcess.start(
        List.of(),
        "io.github.epdi.cli.Main",
        List.of("publish", "--campaign", campaign.toString()),
        folder.resolve("publish.log"));
  }

  private Path hops(String runId) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results/_data/" + runId))) {
      return files
          .filter(file -> file.toString().contains("/tables/hops/"))
          .filter(file -> file.toString().endsWith(".parquet"))
          .findFirst()
          .orElseThrow();
    }
  }

  private List<String> runs(SparkSession session, String table) {
    return IcebergSession.texts(
        session.sql(
            "SELECT summary['epdi.run_id'] FROM epdi.epdi."
                + table
                + ".snapshots"
                + " ORDER BY committed_at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {ExampleRuns.FIRST, ExampleRuns.SECOND})
  void theNextOneGoesOnWhereItWas(String killedAt, SparkSession spark) throws Exception {
    String results = ExampleRuns.write(spark, folder.resolve("results")).output();
    Path warehouse = folder.resolve("warehouse");
    campaign =
        Files.writeString(
            folder.resolve("campaign.yaml"),
            """
            name: killed
            inputs: ['none/*']
            model: {bundle: none}
            output: 'faulty://%s'
            publish:
              iceberg: {catalog: hadoop, warehouse: warehouse}
            """
                .formatted(results));
    FaultyFileSystem.plant(hops(killedAt), "halt");
    try (DriverProcess killed = publish()) {
      assertThat(killed.exitCode()).as(killed.output()).isEqualTo(137);
    }
    SparkSession iceberg =
        IcebergSession.of(
            spark,
            Map.of(
                "type",
                "hadoop",
                "warehouse",
                warehouse.toString(),
                "hadoop.fs." + FaultyFileSystem.SCHEME + ".impl",
                FaultyFileSystem.class.getName()));
    // Hops are before barriers and behind sites.
    List<String> before =
        killedAt.equals(ExampleRuns.FIRST) ? List.of() : List.of(ExampleRuns.FIRST);
    assertThat(runs(iceberg, "sites")).hasSize(before.size() + 1).endsWith(killedAt);
    assertThat(runs(iceberg, "hops")).isEqualTo(before);
    assertThat(runs(iceberg, "all_sites")).isEqualTo(before);

    FaultyFileSystem.heal(hops(killedAt));
    try (DriverProcess again = publish()) {
      assertThat(again.exitCode()).as(again.output()).isZero();
      assertThat(again.output()).contains("Published: ", "as of manifest 2");
    }

    RunQueries queries = RunQueries.on(spark, results);
    for (String table : RunQueries.tables()) {
      assertThat(runs(iceberg, table))
          .as(table)
          .isEqualTo(
              table.equals("ranking")
                  ? List.of(ExampleRuns.SECOND)
                  : List.of(ExampleRuns.FIRST, ExampleRuns.SECOND));
    }
    // Before the place of the kill, at it, behind it, and what is computed at last.
    for (String table : List.of("sites", "hops", "all_materials", "ranking")) {
      String text = "SELECT * FROM " + table;
      assertThat(IcebergSession.answer(iceberg.sql(text)))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(
              IcebergSession.answer(queries.select(text, Map.of())));
    }
  }
}
