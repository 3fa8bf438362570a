package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.tables.encoding.DescribedTable;
import io.github.epdi.tables.encoding.TableDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents in data-schemas say what the classes say, no more and no less. */
class DataSchemasTest {
  private static final Path FOLDER = Path.of("data-schemas");

  private static final String HOW_TO_WRITE =
      "mvn test -Dtest=DataSchemasTest -Depdi.schemas=write writes the documents anew; before, read"
          + " the rule in data-schemas/README.md: columns are added, never changed";

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if ("write".equals(System.getProperty("epdi.schemas"))) {
      for (DescribedTable table : described()) {
        Files.writeString(FOLDER.resolve(table.name() + ".json"), TableDocument.text(table));
      }
    }
  }

  static List<FlatTable<?>> tables() {
    return FlatTable.all();
  }

  static List<DescribedTable> described() {
    List<DescribedTable> described = new ArrayList<>(tables());
    described.add(RankingTable.TABLE);
    return described;
  }

  @ParameterizedTest
  @MethodSource("described")
  void theDocumentSaysOfEachColumnWhatTheClassSays(DescribedTable table) {
    JsonNode document = document(table.name());
    assertThat(document.required("title").asText()).isEqualTo(table.name());
    assertThat(document.required("description").asText()).isEqualTo(table.meaning());
    assertThat(document.required("x-epdi-schema-version").asInt()).isEqualTo(table.schemaVersion());
    assertThat(DocumentedColumn.of(document))
        .as("data-schemas/%s.json and %s. %s", table.name(), table.getClass(), HOW_TO_WRITE)
        .containsExactlyElementsOf(DocumentedColumn.of(table.schema()));
  }

  @ParameterizedTest
  @MethodSource("described")
  void theDocumentIsTheOneThatTheClassGives(DescribedTable table) throws IOException {
    assertThat(FOLDER.resolve(table.name() + ".json"))
        .as(HOW_TO_WRITE)
        .hasContent(TableDocument.text(table));
  }

  @Test
  void thereIsOneDocumentForEachTable() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(
              described().stream().map(table -> table.name() + ".json").toList());
    }
  }

  @Test
  void keysAreThoseThatReadersRelyOn() {
    assertThat(GridsTable.TABLE.key()).containsExactly("run_id", "input_uri");
    assertThat(RejectsTable.TABLE.key()).containsExactly("run_id", "input_uri");
    assertThat(SitesTable.TABLE.key()).containsExactly("run_id", "material_id", "side", "site_id");
    assertThat(HopsTable.TABLE.key()).containsExactly("run_id", "material_id", "side", "hop_id");
    assertThat(BarriersTable.TABLE.key())
        .containsExactly("run_id", "material_id", "side", "path_id");
    assertThat(MaterialsTable.TABLE.key()).containsExactly("run_id", "material_id", "side");
    assertThat(RunsTable.TABLE.key()).containsExactly("run_id");
  }

  @ParameterizedTest
  @MethodSource("described")
  void keysAreNeverNull(DescribedTable table) {
    for (StructField field : table.schema().fields()) {
      if (field.metadata().getBoolean("key")) {
        assertThat(field.nullable()).as(field.name()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noColumnIsOfALaterVersionThanTheTables(FlatTable<?> table) {
    for (StructField field : table.schema().fields()) {
      long since = field.metadata().getLong("since");
      assertThat(since).as(field.name()).isBetween(1L, (long) FlatTable.SCHEMA_VERSION);
      assertThat(since == 1 || field.nullable()).as(field.name()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("described")
  void energiesAreDoublesInElectronvolts(DescribedTable table) {
    for (StructField field : table.schema().fields()) {
      if (field.name().endsWith("_ev")) {
        assertThat(field.dataType().catalogString())
            .as(field.name())
            .isIn("double", "array<double>");
        assertThat(field.metadata().getString("unit")).as(field.name()).isEqualTo("eV");
      }
    }
  }

  @Test
  void whatIsPredictedHasASpreadThatMayBeNull() {
    for (FlatTable<?> table :
        List.of(SitesTable.TABLE, HopsTable.TABLE, BarriersTable.TABLE, MaterialsTable.TABLE)) {
      TreeSet<String> names = new TreeSet<>(Arrays.asList(table.schema().fieldNames()));
      // Computed from the grid and its levels, not predicted.
      names.removeAll(
          List.of("mean_local_potential_ev", "electron_affinity_ev", "work_function_ev", "gap_ev"));
      for (String name : names) {
        if (name.endsWith("_low_ev")) {
          String high = name.replaceFirst("_low_ev$", "_high_ev");
          assertThat(names).as(table.name()).contains(high, name.replaceFirst("_low_ev$", "_ev"));
          assertThat(table.schema().apply(high).nullable()).as(high).isTrue();
        } else if (name.matches(".*_ev") && !name.matches(".*_(std|high)_ev")) {
          String spread = name.replaceFirst("_ev$", "_std_ev");
          assertThat(names).as(table.name()).contains(spread);
          assertThat(table.schema().apply(spread).nullable()).as(spread).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aResultHoldsTheColumnsOfTheFlatTable(FlatTable<?> table) {
    if (table != RunsTable.TABLE) {
      StructField[] flat = table.schema().fields();
      String nested =
          "struct<"
              + String.join(
                  ",",
                  Arrays.stream(flat)
                      .skip(1)
                      .map(field -> field.name() + ":" + field.dataType().catalogString())
                      .toList())
              + ">";
      assertThat(Arrays.stream(ResultTable.schema().fields()).map(StructField::dataType))
          .extracting(DataType::catalogString)
          .containsAnyOf(nested, "array<" + nested + ">");
    }
  }

  private static JsonNode document(String table) {
    try {
      return new ObjectMapper().readTree(FOLDER.resolve(table + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
