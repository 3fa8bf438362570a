package io.github.epdi.publish.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SparkExtension;
import io.github.epdi.publish.Publisher;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.RunQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.types.TypeUtil;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Iceberg's own reader sees of runs that were published, beside {@code epdi query}. */
@ExtendWith(SparkExtension.class)
class PublishedTablesTest {
  @TempDir private static Path folder;

  private static String results;
  private static Path warehouse;
  private static RunQueries queries;
  private static SparkSession iceberg;
  private static HadoopCatalog catalog;
  private static Publisher.Published published;

  @BeforeAll
  static void publish(SparkSession spark) {
    // A name that must be neither escaped nor unescaped on the way.
    results = ExampleRuns.write(spark, folder.resolve("a results=1 %41 #")).output();
    warehouse = folder.resolve("warehouse");
    published = IcebergSession.publish(IcebergSession.hadoop(warehouse), results);
    queries = RunQueries.on(spark, results);
    iceberg = IcebergSession.hadoop(spark, warehouse);
    catalog = new HadoopCatalog(new Configuration(), warehouse.toString());
  }

  /** Those that show files of runs. */
  private static List<String> tables() {
    return RunQueries.tables().stream().filter(table -> !table.equals("ranking")).toList();
  }

  private static Table table(String name) {
    return catalog.loadTable(TableIdentifier.of("epdi", name));
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("jobs/sql"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void queriesHaveTheSameAnswers(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<Object>> rows = IcebergSession.answer(queries.select(text, Map.of()));

    assertThat(rows).isNotEmpty();
    assertThat(IcebergSession.answer(iceberg.sql(text))).isEqualTo(rows);
  }

  @Test
  void everyTableHasTheSameColumnsAndRows() {
    for (String table : RunQueries.tables()) {
      String text = "SELECT * FROM " + table;
      List<List<Object>> rows = IcebergSession.answer(queries.select(text, Map.of()));

      assertThat(rows).as(table).isNotEmpty();
      assertThat(iceberg.table(table).columns())
          .containsExactly(RunQueries.schema(table).fieldNames());
      assertThat(IcebergSession.answer(iceberg.sql(text)))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(rows);
    }
    assertThat(published).isEqualTo(new Publisher.Published(2, 2, RunQueries.tables().size()));
  }

  @Test
  void eachRunIsOneSnapshotOfEachTable() {
    for (String table : tables()) {
      assertThat(table(table).snapshots())
          .as(table)
          .extracting(
              snapshot ->
                  snapshot.summary().get("epdi.run_id")
                      + " "
                      + snapshot.summary().get("epdi.manifest"))
          .containsExactly(ExampleRuns.FIRST + " 1", ExampleRuns.SECOND + " 2");
      assertThat(table(table).properties())
          .containsEntry("epdi.run_id", ExampleRuns.SECOND)
          .containsEntry("epdi.manifest", "2")
          .containsEntry("epdi.output", "file:" + results);
    }
    assertThat(
            IcebergSession.texts(
                iceberg.sql(
                    "SELECT material_id, percolation_2d_ev FROM materials VERSION AS OF "
                        + table("materials").snapshots().iterator().next().snapshotId()
                        + " WHERE host = 'MoS2' ORDER BY 1")))
        .containsExactly("MoS2-Ti 0.36", "MoS2-W 0.19", "MoS2-pristine 0.2", "then-rejected 0.01");
  }

  @Test
  void onlyReplacedMaterialsAreDeletedAndOnlyWhereNewestResultsAreShown() {
    assertThat(
            IcebergSession.texts(
                iceberg.sql("SELECT content, record_count FROM epdi.epdi.materials.delete_files")))
        .containsExactly("2 4");
    assertThat(iceberg.sql("SELECT * FROM epdi.epdi.all_materials.delete_files").collectAsList())
        .isEmpty();
    assertThat(iceberg.sql("SELECT * FROM epdi.epdi.runs.delete_files").collectAsList()).isEmpty();
  }

  @Test
  void nothingIsCopied() throws IOException {
    for (String table : tables()) {
      assertThat(
              IcebergSession.texts(
                  iceberg.sql("SELECT file_path FROM epdi.epdi." + table + ".data_files")))
          .as(table)
          .isNotEmpty()
          .allMatch(path -> path.startsWith("file:" + results + "/_data/"));
    }
    try (Stream<Path> written = Files.walk(warehouse)) {
      assertThat(written.filter(file -> file.toString().endsWith(".parquet")))
          .isNotEmpty()
          .map(file -> file.getFileName().toString().split("-", 2)[0])
          .as("what deletes, and the ranking, of which there is no file elsewhere")
          .containsOnly("replaced", "computed");
    }
  }

  @Test
  void theRankingIsThatOfTheNewestManifest() {
    Table ranking = table("ranking");
    assertThat(ranking.snapshots()).hasSize(1);
    assertThat(ranking.properties())
        .containsEntry("epdi.run_id", ExampleRuns.SECOND)
        .containsEntry("epdi.manifest", "2");
    assertThat(
            IcebergSession.texts(iceberg.sql("SELECT file_path FROM epdi.epdi.ranking.data_files")))
        .singleElement()
        .asString()
        .contains(warehouse + "/epdi/ranking/data/computed-");
  }

  @Test
  void filtersAreHeldAgainstTheFootersFigures() {
    String before =
        "SELECT readable_metrics.percolation_2d_ev.lower_bound FROM epdi.epdi.all_materials.data_files"
            + " ORDER BY 1";
    assertThat(IcebergSession.texts(iceberg.sql(before))).containsExactly("0.01", "0.23");
  }

  /** The ids by names, as the documents have them. */
  private static Map<String, Integer> documented(String table) throws IOException {
    Map<String, Integer> ids = new TreeMap<>();
    collect(
        "", new ObjectMapper().readTree(Path.of("data-schemas", table + ".json").toFile()), ids);
    return ids;
  }

  private static void collect(String path, JsonNode node, Map<String, Integer> ids) {
    if (node.has("x-epdi-field-id")) {
      ids.put(path, node.get("x-epdi-field-id").asInt());
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    node.path("properties")
        .properties()
        .forEach(column -> collect(prefix + column.getKey(), column.getValue(), ids));
    if (node.has("items")) {
      collect(prefix + "element", node.get("items"), ids);
    }
  }

  @Test
  void fieldIdsAreThoseOfTheDocuments() throws IOException {
    for (String name : RunQueries.tables()) {
      Map<String, Integer> ids = new TreeMap<>();
      TypeUtil.indexNameById(table(name).schema().asStruct())
          .forEach((id, column) -> ids.put(column, id));
      assertThat(ids).as(name).isEqualTo(documented(name.replaceFirst("^all_", "")));
    }
    assertThat(documented("grids"))
        .containsEntry("run_id", 1)
        .containsEntry("dopants.element.fraction", 42);
  }

  @Test
  void publishingAgainChangesNothing() {
    long before = table("materials").currentSnapshot().snapshotId();

    assertThat(IcebergSession.publish(IcebergSession.hadoop(warehouse), results))
        .isEqualTo(new Publisher.Published(2, 0, RunQueries.tables().size()));
    assertThat(table("materials").currentSnapshot().snapshotId()).isEqualTo(before);
  }
}
