package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.tables.encoding.ColumnValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ColumnValuesTest {
  private static void assertColumns(FlatTable<?> table, Record row) {
    List<String> documented =
        Arrays.stream(table.schema().fieldNames())
            .filter(name -> !name.equals(FlatTable.RUN_ID))
            .toList();
    assertThat(ColumnValues.of(row).keySet()).containsExactlyElementsOf(documented);
  }

  @Test
  void keysAreTheColumnsOfTheTables() {
    GridResult screened = ExampleRows.screened("m", 2);
    assertColumns(GridsTable.TABLE, screened.grid());
    assertColumns(SitesTable.TABLE, screened.sites().get(0));
    assertColumns(HopsTable.TABLE, screened.hops().get(0));
    assertColumns(BarriersTable.TABLE, screened.barriers().get(0));
    assertColumns(MaterialsTable.TABLE, screened.materials().get(0));
    assertColumns(RejectsTable.TABLE, ExampleRows.rejected("bad").reject());
  }

  @Test
  void recordsWithinAreValuesToo() {
    GridResult screened = ExampleRows.screened("m", 1);
    Map<String, Object> values = ColumnValues.of(screened);
    BarrierRow path = screened.barriers().get(0);

    assertThat(values.get("reject")).isNull();
    assertThat((List<?>) values.get("barriers")).hasSameSizeAs(screened.barriers());
    assertThat(((List<?>) values.get("barriers")).get(0))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("path_id", path.pathId())
        .containsEntry("energies_ev", path.curve().energies().valuesEv())
        .containsEntry("forward_barrier_std_ev", null);
  }

  @Test
  void aRecordWithoutColumnsIsRefused() {
    record Plain(int number) {}

    assertThatThrownBy(() -> ColumnValues.of(new Plain(1)))
        .hasMessage("Cannot name the values of Plain: no column for number");
  }
}
