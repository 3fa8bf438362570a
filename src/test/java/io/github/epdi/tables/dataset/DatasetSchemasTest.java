package io.github.epdi.tables.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.tables.encoding.TableDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of a data set's tables say what the classes say. */
class DatasetSchemasTest {
  private static final Path FOLDER = Path.of("data-schemas/dataset");

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if ("write".equals(System.getProperty("epdi.schemas"))) {
      Files.createDirectories(FOLDER);
      for (DatasetTable<?> table : tables()) {
        Files.writeString(FOLDER.resolve(table.name() + ".json"), TableDocument.text(table));
      }
    }
  }

  static List<DatasetTable<?>> tables() {
    return DatasetTable.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theDocumentIsTheOneThatTheClassGives(DatasetTable<?> table) {
    assertThat(FOLDER.resolve(table.name() + ".json"))
        .as("mvn test -Dtest=DatasetSchemasTest -Depdi.schemas=write writes the documents anew")
        .hasContent(TableDocument.text(table));
  }

  @Test
  void thereIsOneDocumentForEachTable() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("labels.json", "neb.json", "rejects.json");
    }
  }

  @Test
  void keysAreThoseThatReadersRelyOn() {
    assertThat(DatasetTable.LABELS.key()).containsExactly("material_id", "side", "site_id");
    assertThat(DatasetTable.NEB.key()).containsExactly("material_id", "side", "neb_id", "image");
    assertThat(DatasetTable.REJECTS.key()).containsExactly("source_uri");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void unitsStandInTheNames(DatasetTable<?> table) {
    for (StructField field : table.schema().fields()) {
      String unit = field.metadata().contains("unit") ? field.metadata().getString("unit") : "";
      assertThat(unit)
          .as(field.name())
          .isEqualTo(
              field.name().endsWith("_ev")
                  ? "eV"
                  : field.name().endsWith("_ev_per_angstrom")
                      ? "eV/angstrom"
                      : field.name().endsWith("_angstrom")
                          ? "angstrom"
                          : field.name().endsWith("_s") ? "s" : "");
    }
  }
}
