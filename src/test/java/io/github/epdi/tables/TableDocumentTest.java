package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.tables.encoding.TableColumn;
import io.github.epdi.tables.encoding.TableDocument;
import org.junit.jupiter.api.Test;

/** How a document puts a column. */
class TableDocumentTest {
  private record Miles(
      @TableColumn(name = "way", unit = "mile", meaning = "The way.") double way) {}

  private static final class MilesTable extends FlatTable<Miles> {
    MilesTable() {
      super("miles", "One way.", Miles.class);
    }
  }

  private static JsonNode property(FlatTable<?> table, String column) {
    return TableDocument.of(table).required("properties").required(column);
  }

  @Test
  void aNumberHasItsUnit() {
    JsonNode energy = property(SitesTable.TABLE, "binding_energy_ev");
    assertThat(energy.required("title").asText()).isEqualTo("Binding energy");
    assertThat(energy.required("type").asText()).isEqualTo("number");
    assertThat(energy.required("x-optimade-type").asText()).isEqualTo("float");
    assertThat(energy.required("x-optimade-unit").asText()).isEqualTo("eV");
    assertThat(property(SitesTable.TABLE, "number").required("x-optimade-unit").asText())
        .isEqualTo("dimensionless");
    assertThat(property(SitesTable.TABLE, "kind").required("x-optimade-unit").asText())
        .isEqualTo("inapplicable");
  }

  @Test
  void aListHasTheUnitOfItsNumbersAtEveryLevel() {
    JsonNode vectors = property(GridsTable.TABLE, "lattice_vectors");
    assertThat(vectors.required("type").toString()).isEqualTo("[\"array\",\"null\"]");
    assertThat(vectors.findValuesAsText("x-optimade-unit"))
        .containsExactly("angstrom", "angstrom", "angstrom");
    assertThat(vectors.findValuesAsText("x-optimade-type"))
        .containsExactly("list", "list", "float");
    assertThat(vectors.required("items").required("items").required("type").asText())
        .isEqualTo("number");
    assertThat(property(GridsTable.TABLE, "dimension_types").required("x-optimade-unit").asText())
        .isEqualTo("dimensionless");
  }

  @Test
  void aStructDescribesItsOwnColumns() {
    JsonNode dopant = property(MaterialsTable.TABLE, "dopants").required("items");
    assertThat(dopant.required("x-optimade-type").asText()).isEqualTo("dictionary");
    assertThat(dopant.required("required").toString()).isEqualTo("[\"element\",\"fraction\"]");
    assertThat(dopant.required("properties").required("fraction").required("description").asText())
        .isEqualTo("Its fraction of the metals, or of the chalcogens.");
  }

  @Test
  void aUnitThatStandsInAnotherColumnSaysSo() {
    assertThat(property(GridsTable.TABLE, "value_min").required("x-optimade-unit").asText())
        .isEqualTo("file_unit");
    assertThat(TableDocument.of(GridsTable.TABLE).required("x-optimade-unit-definitions"))
        .anySatisfy(
            unit -> {
              assertThat(unit.required("symbol").asText()).isEqualTo("file_unit");
              assertThat(unit.required("description").asText()).contains("column file_unit");
            });
  }

  @Test
  void barriersNameTheQuantitiesOfOthers() {
    assertThat(property(BarriersTable.TABLE, "forward_barrier_ev").get("x-emmet-name").asText())
        .isEqualTo("forward_barrier");
    assertThat(property(BarriersTable.TABLE, "reverse_barrier_ev").get("x-emmet-name").asText())
        .isEqualTo("reverse_barrier");
    assertThat(property(BarriersTable.TABLE, "ts_energy_ev").get("x-emmet-name").asText())
        .isEqualTo("ts_energy");
    assertThat(property(BarriersTable.TABLE, "side").has("x-emmet-name")).isFalse();
  }

  @Test
  void aUnitThatNobodyExplainsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableDocument.of(new MilesTable()))
        .withMessage(
            "Cannot document column way: expected a unit of [1/s, angstrom, byte, cm^2/s, eV,"
                + " eV/angstrom, file_unit, ms, s], found mile");
  }
}
