package io.github.epdi.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.SparkExtension;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.ResultFolder;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.structure.InputException;
import io.github.epdi.synthetic.Synthesis;
import io.github.epdi.synthetic.SynthesisRequest;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of a package are those of a query, and a package is whole or not there. */
@ExtendWith(SparkExtension.class)
class ResultPackageTest {
  @TempDir private static Path folder;

  private static SparkSession spark;
  private static String output;
  private static Path written;
  private static List<String> names;

  @TempDir private Path scratch;

  @BeforeAll
  static void screenAndPackage(SparkSession shared) throws IOException {
    spark = shared;
    output = Packages.screenDemo(spark, folder);
    written = folder.resolve("package");
    names = Packages.write(spark, output, Packages.IMPRINT, written);
  }

  @Test
  void hasTheFilesThatItSays() throws IOException {
    String model = "models/" + modelDigest().substring(0, 16);
    assertThat(names)
        .isEqualTo(Packages.files(written))
        .containsExactlyInAnyOrder(
            "CITATION.cff",
            "README.md",
            "croissant.json",
            "data/barriers.parquet",
            "data/grids.parquet",
            "data/hops.parquet",
            "data/materials.parquet",
            "data/rejects.parquet",
            "data/runs.parquet",
            "data/sites.parquet",
            model + "/README.md",
            model + "/bundle.json",
            "optimade.jsonl",
            "ro-crate-metadata.json",
            "zenodo.json");
    assertThat(DigestUtils.sha256Hex(Files.readAllBytes(written.resolve(model + "/bundle.json"))))
        .isEqualTo(modelDigest());
    assertThat(written.resolve(model + "/README.md"))
        .content()
        .contains("bundle SHA-256 `" + modelDigest() + "`", "## Accuracy");
  }

  private static String modelDigest() throws IOException {
    return DigestUtils.sha256Hex(Files.readAllBytes(Path.of("jobs/demo/affinity/bundle.json")));
  }

  static List<FlatTable<?>> tables() {
    return FlatTable.all();
  }

  /** Row by row what epdi query answers, and in the order of the keys. */
  @ParameterizedTest
  @MethodSource("tables")
  void tablesHaveTheRowsOfAQuery(FlatTable<?> table) throws Exception {
    String file = written.resolve("data/" + table.name() + ".parquet").toString();
    List<String> keys = new ArrayList<>(table.key());
    keys.remove(FlatTable.RUN_ID);
    String order = String.join(", ", keys.isEmpty() ? List.of(FlatTable.RUN_ID) : keys);
    List<String> expected =
        RunQueries.on(spark, output)
            .select("SELECT * FROM " + table.name() + " ORDER BY " + order, Map.of())
            .toJSON()
            .collectAsList();
    assertThat(spark.read().parquet(file).toJSON().collectAsList()).isEqualTo(expected);
    assertThat(Arrays.asList(spark.read().parquet(file).columns()))
        .containsExactly(table.schema().fieldNames());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet count =
            duck.createStatement().executeQuery("SELECT count(*) FROM '" + file + "'")) {
      count.next();
      assertThat(count.getInt(1)).isEqualTo(expected.size());
    }
    if (table == MaterialsTable.TABLE) {
      assertThat(expected).hasSize(4);
    }
  }

  @Test
  void isTheSameEachTime() throws IOException {
    Path again = scratch.resolve("again");
    Packages.write(spark, output, Packages.IMPRINT, again);
    for (String name : names) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(written.resolve(name));
    }
  }

  /** Of two runs the newest result of each material, of which some are rejects. */
  @Test
  void takesTheNewestResultsOfSeveralRuns() throws IOException {
    ResultFolder results = ExampleRuns.write(spark, scratch.resolve("output"));
    Path to = scratch.resolve("package");
    Packages.write(spark, results.output(), Packages.IMPRINT, to);
    List<String> lines = Files.readAllLines(to.resolve("optimade.jsonl"));
    List<String> ids = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      JsonNode entry = Packages.yaml(line);
      ids.add(entry.path("id").textValue());
      JsonNode sides = entry.at("/attributes/_epdi_surfaces");
      assertThat(sides).hasSize(1);
      assertThat(sides.path(0).path("material_id").textValue()).isEqualTo(ids.get(ids.size() - 1));
    }
    assertThat(ids)
        .containsExactly(
            "MoS2-Ti",
            "MoS2-W",
            "MoS2-pristine",
            "NbS2-pristine",
            "PtS2-pristine",
            "TiS2-V",
            "TiS2-pristine",
            "mended");
    JsonNode crate = Packages.json(to, "ro-crate-metadata.json");
    assertThat(crate.findValuesAsText("@id"))
        .contains("#run-" + ExampleRuns.FIRST, "#run-" + ExampleRuns.SECOND);
    assertThat(Packages.json(to, "zenodo.json").path("version").textValue()).isEqualTo("2.0.0");
    assertThat(Packages.json(to, "zenodo.json").path("description").textValue())
        .contains("4 grids were rejected", "2 runs from 2023-11-14 to 2023-11-14");
    assertThat(to.resolve("README.md"))
        .content()
        .contains("version that did not keep the description of the model");
    assertThat(Files.exists(to.resolve("models"))).isFalse();
  }

  @Test
  void saysWhatIsSynthetic() throws IOException {
    ResultFolder results = new ResultFolder(spark, scratch.resolve("output"));
    ResultFolder.Run run = results.run("0123456789abcdef");
    for (String id : List.of("MoS2", "synthetic-7-00012")) {
      run.with(GridsTable.TABLE, Map.of("material_id", id, "input_uri", "file:/" + id));
      run.with(MaterialsTable.TABLE, Map.of("material_id", id, "side", "top"));
    }
    run.commit();
    Path to = scratch.resolve("package");
    Packages.write(spark, results.output(), Packages.IMPRINT, to);
    List<String> lines = Files.readAllLines(to.resolve("optimade.jsonl"));
    assertThat(Packages.yaml(lines.get(2)).at("/attributes/_epdi_synthetic").asBoolean()).isFalse();
    assertThat(Packages.yaml(lines.get(3)).at("/attributes/_epdi_synthetic").asBoolean()).isTrue();
    String said = "1 of the materials are synthetic";
    assertThat(Packages.json(to, "zenodo.json").path("description").asText()).contains(said);
    assertThat(Packages.json(to, "croissant.json").path("description").asText()).contains(said);
    assertThat(to.resolve("README.md")).content().contains(said, "- \"synthetic-data\"");
    assertThat(to.resolve("CITATION.cff")).content().contains(said);
    assertThat(written.resolve("README.md")).content().doesNotContain("synthetic");
  }

  /** A grid that this program makes, and a network, whose weights stay where they are. */
  @Test
  void knowsSyntheticGridsByTheirNames() throws IOException {
    new Synthesis(spark, new SynthesisRequest(scratch + "/grids", 1, 7, 0.4)).run();
    String screened = Packages.screen(spark, scratch, scratch.resolve("grids/*.LOCPOT"), "bundle");
    Path to = scratch.resolve("package");
    List<String> files = Packages.write(spark, screened, Packages.IMPRINT, to);
    List<String> lines = Files.readAllLines(to.resolve("optimade.jsonl"));
    assertThat(lines).hasSize(3);
    assertThat(Packages.yaml(lines.get(2)).at("/attributes/_epdi_synthetic").asBoolean()).isTrue();
    String card =
        files.stream()
            .filter(name -> name.matches("models/.*/README.md"))
            .findFirst()
            .orElseThrow();
    assertThat(to.resolve(card))
        .content()
        .contains("The weights are not beside this card", "mean over 12 copies", "## Input");
  }

  /** A file of the results that cannot be read, after others were packaged. */
  @Test
  void whatFailsLeavesNothing() throws IOException {
    ResultFolder results = ExampleRuns.write(spark, scratch.resolve("output"));
    try (Stream<Path> files = Files.walk(scratch.resolve("output"))) {
      for (Path file :
          files
              .filter(f -> f.toString().contains("/barriers/") && f.toString().endsWith(".parquet"))
              .toList()) {
        Files.write(file, "no Parquet".getBytes(StandardCharsets.UTF_8));
      }
    }
    Path to = Files.createDirectory(scratch.resolve("target")).resolve("package");
    assertThatThrownBy(() -> Packages.write(spark, results.output(), Packages.IMPRINT, to))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/barriers/");
    try (Stream<Path> files = Files.list(to.getParent())) {
      assertThat(files).isEmpty();
    }
    assertThatThrownBy(() -> Packages.write(spark, output, Packages.IMPRINT, written))
        .hasMessageContaining("expected a new name, found that it exists");
  }
}
