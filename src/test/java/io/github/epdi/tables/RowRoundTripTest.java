package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.epdi.tables.encoding.RecordRows;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RowRoundTripTest {
  private final GridResult result = ExampleRows.screened("one", 2);

  @Test
  void recordsComeBackFromTheirRows() {
    assertRoundTrip(GridsTable.TABLE, List.of(result.grid()));
    assertRoundTrip(RejectsTable.TABLE, List.of(ExampleRows.rejected("bad").reject()));
    assertRoundTrip(SitesTable.TABLE, result.sites());
    assertRoundTrip(HopsTable.TABLE, result.hops());
    assertRoundTrip(BarriersTable.TABLE, result.barriers());
    assertRoundTrip(MaterialsTable.TABLE, result.materials());
    assertRoundTrip(RunsTable.TABLE, List.of(ExampleRows.run()));
  }

  @Test
  void resultsComeBackFromTheirRows() {
    assertThat(ResultTable.fromRow(ResultTable.toRow(result))).isEqualTo(result);
    GridResult rejected = ExampleRows.rejected("bad");
    assertThat(ResultTable.fromRow(ResultTable.toRow(rejected))).isEqualTo(rejected);
  }

  @Test
  void valuesLieUnderTheirNames() {
    SiteRow site = result.sites().get(5);
    Row row = SitesTable.TABLE.toRow("0123456789abcdef", site);
    assertThat(FlatTable.runId(row)).isEqualTo("0123456789abcdef");
    assertThat((String) row.getAs("site_id")).isEqualTo("H1");
    assertThat((Double) row.getAs("u")).isEqualTo(site.place().fraction().u());
    assertThat((Double) row.getAs("binding_energy_ev")).isEqualTo(site.bindingEnergyEv().value());
    assertThat((Integer) row.getAs("symmetry_class")).isEqualTo(5);
  }

  @Test
  void columnsAreFoundByNameWhateverTheirOrder() {
    DopantValue dopant = new DopantValue("Ti", 0.5);
    StructType turned = new StructType().add("fraction", "double").add("element", "string");
    Row row = new GenericRowWithSchema(new Object[] {0.5, "Ti"}, turned);
    assertThat(RecordRows.of(DopantValue.class).fromRow(row)).isEqualTo(dopant);
  }

  @Test
  void aMissingValueIsRefusedByColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordRows.of(DopantValue.class).toRow(new DopantValue(null, 1)))
        .withMessage("Cannot write column element of DopantValue: expected a value, found null");
    StructType schema = RecordRows.of(DopantValue.class).schema();
    Row row = new GenericRowWithSchema(new Object[] {"Ti", null}, schema);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordRows.of(DopantValue.class).fromRow(row))
        .withMessage("Cannot read column fraction: expected a value, found null");
  }

  record Grown(
      @TableColumn(name = "old", meaning = "There from the first.") int old,
      @TableColumn(name = "young", meaning = "Came later.", nullable = true, since = 2)
          Double young) {}

  record Broken(@TableColumn(name = "young", meaning = "A.", since = 2) int young) {}

  @Test
  void aColumnThatARowIsTooOldForIsNull() {
    RecordRows<Grown> rows = RecordRows.of(Grown.class);
    Row old = new GenericRowWithSchema(new Object[] {7}, new StructType().add("old", "int"));
    assertThat(rows.fromRow(old)).isEqualTo(new Grown(7, null));
    assertThat(rows.fromRow(rows.toRow(new Grown(7, 0.5)))).isEqualTo(new Grown(7, 0.5));
    Row wrong =
        new GenericRowWithSchema(new Object[] {0.5}, new StructType().add("young", "double"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.fromRow(wrong))
        .withMessageContaining("old");
  }

  @Test
  void aColumnThatCameLaterMustBeNullable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordRows.of(Broken.class))
        .withMessage(
            "Cannot make a table of Broken: expected column young of version 2 to be nullable, for"
                + " earlier rows do not have it");
  }

  @Test
  void aRecordWithoutColumnsIsNoTable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordRows.of(ImageCosts.class))
        .withMessageStartingWith("Cannot make a table of ImageCosts: no column for");
  }

  @Test
  void aResultIsEitherAGridOrAReject() {
    GridResult rejected = ExampleRows.rejected("bad");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GridResult(
                    "file:/x",
                    result.grid(),
                    rejected.reject(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))
        .withMessage("Cannot make a result of file:/x: expected either a grid or a reject");
  }

  private static <R extends Record> void assertRoundTrip(FlatTable<R> table, List<R> records) {
    assertThat(records).as(table.name()).isNotEmpty();
    for (R expected : records) {
      Row row = table.toRow("run", expected);
      assertThat(row.schema()).isEqualTo(table.schema());
      assertThat(table.fromRow(row)).isEqualTo(expected);
    }
  }
}
