package io.github.epdi.publish.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.cli.Main;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.runs.ExampleRuns;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be published is said in one line, and nothing is published by half. */
@ExtendWith(SparkExtension.class)
class RefusedPublishingTest {
  private static final String SECRET = "K7MDENGwJalr";

  @TempDir private static Path shared;

  private static String results;

  @TempDir private Path folder;

  private String said;

  @BeforeAll
  static void runs(SparkSession spark) {
    results = ExampleRuns.write(spark, shared.resolve("results")).output();
  }

  private int publish(String... settings) throws IOException {
    Path campaign =
        Files.writeString(
            folder.resolve("campaign.yaml"),
            """
            name: refused
            inputs: ['none/*']
            model: {bundle: none}
            output: %s
            publish:
              iceberg:
                warehouse: warehouse
                properties: catalog.properties
            """
                .formatted(results));
    Files.writeString(folder.resolve("catalog.properties"), "jdbc.password=" + SECRET + "\n");
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);
    List<String> arguments = new ArrayList<>(List.of("publish", "--campaign", campaign.toString()));
    for (String setting : settings) {
      arguments.add("--set");
      arguments.add(setting.startsWith("output=") ? setting : "publish.iceberg." + setting);
    }
    int exit = Main.run(arguments.toArray(String[]::new), out, out);
    said = text.toString().strip();
    assertThat(said).doesNotContain(SECRET);
    return exit;
  }

  private void refuses(String message, String... settings) throws IOException {
    assertThat(publish(settings)).as(said).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(said).startsWith(message).doesNotContain("\n");
  }

  private HadoopCatalog catalog() {
    return new HadoopCatalog(new Configuration(), folder.resolve("warehouse").toString());
  }

  private static TableIdentifier table(String name) {
    return TableIdentifier.of("epdi", name);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aDatabaseThatIsDown() throws IOException {
    String uri = "jdbc:h2:tcp://127.0.0.1:" + closedPort() + "/catalog";
    refuses(
        "Cannot publish to the jdbc catalog " + uri + ": Failed to connect", //
        "catalog=jdbc",
        "uri=" + uri);
  }

  @Test
  void aServerThatIsDown() throws IOException {
    String uri = "http://127.0.0.1:" + closedPort() + "/catalog";
    refuses("Cannot publish to the rest catalog " + uri + ": ", "catalog=rest", "uri=" + uri);
    assertThat(said).contains("refused");
  }

  @Test
  void aDatabaseWithoutADriver() throws IOException {
    refuses(
        "Cannot publish to the jdbc catalog jdbc:nobody://host/catalog: ",
        "catalog=jdbc",
        "uri=jdbc:nobody://host/catalog");
    assertThat(said).contains("No suitable driver");
  }

  @Test
  void aWarehouseThatIsAFile() throws IOException {
    Files.writeString(folder.resolve("warehouse"), "a file");
    refuses(
        "Cannot publish to the hadoop catalog file:" + folder + "/warehouse: ", "catalog=hadoop");
  }

  @Test
  void keysThatAreMissingOrTooMany() throws IOException {
    refuses(
        "Cannot use campaign key publish.iceberg.warehouse: expected the key publish.iceberg.cat");
    refuses(
        "Cannot publish to a jdbc catalog: expected the campaign key publish.iceberg.uri, found none",
        "catalog=jdbc");
    refuses(
        "Cannot use campaign key publish.iceberg.uri: a hadoop catalog is its warehouse's folder",
        "catalog=hadoop",
        "uri=http://host");
    refuses(
        "Cannot use campaign key publish.iceberg.catalog (--set): expected one", "catalog=hive");
    refuses(
        "Cannot read publish.iceberg.properties file:" + folder + "/none: expected a file of",
        "catalog=hadoop",
        "properties=none");
    Files.writeString(folder.resolve("other"), "type=hive\n");
    refuses(
        "Cannot use property type in file:" + folder + "/other: the campaign's keys say it",
        "catalog=hadoop",
        "properties=other");
  }

  @Test
  void addressesWithCredentials() throws IOException {
    for (String uri :
        List.of(
            "jdbc:postgresql://me:" + SECRET + "@host/catalog",
            "jdbc:postgresql://host/catalog?user=me&password=" + SECRET,
            "https://me:" + SECRET + "@host")) {
      refuses("Cannot use campaign key publish.iceberg.uri ", "catalog=jdbc", "uri=" + uri);
      assertThat(said).contains("...: expected none with credentials in it");
    }
  }

  @Test
  void aFolderThatIsNoOutput() throws IOException {
    refuses(
        "Cannot read results in file:"
            + folder
            + "/none: expected a screening's output folder,"
            + " found nothing there; check the path",
        "catalog=hadoop",
        "output=none");
    Files.createDirectory(folder.resolve("empty"));
    refuses(
        "Cannot read results in file:"
            + folder
            + "/empty: expected a screening's output folder,"
            + " found no manifest in it",
        "catalog=hadoop",
        "output=empty");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  @Test
  void aManifestFromTheFuture() throws IOException {
    Path manifests = Files.createDirectories(folder.resolve("future/_manifests"));
    Files.writeString(manifests.resolve("00000001.json"), "{\"format\": 2, \"number\": 1}");
    refuses(
        "Cannot read manifest file:"
            + manifests
            + "/00000001.json: expected format 1, found 2; a"
            + " newer epdi-screen wrote it, use that one",
        "catalog=hadoop",
        "output=future");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  private void nothingWasPublishedBeside(String... tables) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("warehouse/epdi"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(tables);
    }
  }

  @Test
  void aTableThatIsNotOurs() throws IOException {
    catalog().createNamespace(Namespace.of("epdi"));
    catalog()
        .createTable(
            table("rejects"),
            new Schema(Types.NestedField.required(1, "run_id", Types.StringType.get())));
    refuses(
        "Cannot publish to table epdi.rejects: expected a table of the runs in file:"
            + results
            + ", found one that was not made by publishing; publish to another namespace"
            + " (publish.iceberg.namespace)",
        "catalog=hadoop");
    nothingWasPublishedBeside("rejects");
  }

  private void tableOf(Schema columns) {
    catalog()
        .createTable(
            table("rejects"),
            columns,
            org.apache.iceberg.PartitionSpec.unpartitioned(),
            Map.of(CatalogTable.OUTPUT, "file:" + results));
  }

  @Test
  void aTableOfAnotherSchema() throws IOException {
    tableOf(new Schema(Types.NestedField.required(1, "run_id", Types.LongType.get())));
    refuses(
        "Cannot publish to table epdi.rejects: expected required run_id string with field id 1,"
            + " found required run_id long with field id 1",
        "catalog=hadoop");
    nothingWasPublishedBeside("rejects");
  }

  @Test
  void aTableOfANewerProgram() throws IOException {
    assertThat(publish("catalog=hadoop")).as(said).isZero();
    catalog()
        .loadTable(table("rejects"))
        .updateSchema()
        .addColumn("of_version_9", Types.LongType.get())
        .commit();
    refuses(
        "Cannot publish to table epdi.rejects: expected the columns of data-schemas, found the"
            + " column of_version_9; a newer epdi-screen knows it, or none does",
        "catalog=hadoop");
  }

  @Test
  void tablesOfAnotherOutputFolderOrOfLaterRuns() throws IOException {
    assertThat(publish("catalog=hadoop")).as(said).isZero();
    Path copy = folder.resolve("copy");
    FileUtils.copyDirectory(new File(results), copy.toFile());
    refuses(
        "Cannot publish to table epdi.grids: expected a table of the runs in file:"
            + copy
            + ", found those of file:"
            + results,
        "catalog=hadoop",
        "output=copy");
    assertThat(publish("catalog=hadoop", "output=copy", "namespace=other.copies"))
        .as(said)
        .isZero();
    Files.delete(copy.resolve("_manifests/00000002.json"));
    refuses(
        "Cannot publish to table other.copies.grids: expected runs that the newest manifest"
            + " has, found run "
            + ExampleRuns.SECOND
            + " of manifest 2, which it has not",
        "catalog=hadoop",
        "output=copy",
        "namespace=other.copies");
  }

  @Test
  void aFileThatIsGone() throws IOException {
    Path copy = folder.resolve("copy");
    FileUtils.copyDirectory(new File(results), copy.toFile());
    FileUtils.deleteDirectory(
        copy.resolve("_data/" + ExampleRuns.SECOND + "/tables/sites").toFile());
    refuses(
        "Cannot publish to the hadoop catalog file:" + folder + "/warehouse: ",
        "catalog=hadoop",
        "output=copy");
    assertThat(said).contains("/tables/sites/");
    assertThat(catalog().loadTable(table("sites")).properties())
        .containsEntry(CatalogTable.RUN_ID, ExampleRuns.FIRST);
  }

  @Test
  void secretsAreWrittenNowhere() throws IOException {
    assertThat(publish("catalog=hadoop")).as(said).isZero();
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).isNotEmpty();
      for (Path file : written) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SECRET);
      }
    }
  }
}
