package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingRowsTest {
  @Test
  void aGridRowSaysWhatWasUnderstood() {
    GridRow row =
        GridsTable.row(
            ExampleRows.material("m"),
            "identity",
            ExampleRows.reading("file:/m", null),
            new ImageCosts(13, 26, 0.25));
    assertThat(row.inputUri()).isEqualTo("file:/m");
    assertThat(row.format()).isEqualTo("cube");
    assertThat(row.dims()).containsExactly(81, 80, 144);
    assertThat(row.cell().get(1)).containsExactly(-1.5, 1.5 * Math.sqrt(3), 0.0);
    assertThat(row.fileUnit()).isEqualTo("hartree");
    assertThat(row.sign()).isEqualTo("electron");
    assertThat(row.vacuumLevelTopEv()).isEqualTo(6.9);
    assertThat(row.vacuumFlatnessTopEv()).isEqualTo(0.0045);
    assertThat(row.vacuumLevelBottomEv()).isNull();
    assertThat(row.valueMin()).isEqualTo(-1.5);
    assertThat(row.valueMean()).isNull();
    assertThat(row.networkEvaluations()).isEqualTo(26);
    assertThat(row.flags()).containsExactly("a_first_flag", "xsf_not_repeated");
  }

  @Test
  void aRejectRowSaysWhy() {
    RejectRow row = ExampleRows.rejected("bad").reject();
    assertThat(row.code()).isEqualTo("TRUNCATED");
    assertThat(row.message()).isEqualTo("Cannot read values: expected 9, found 8");
    assertThat(row.line()).isEqualTo(17);
    assertThat(row.format()).isEqualTo("cube");
  }

  @Test
  void aRejectWithoutALineHasNone() {
    Reject reject = new Reject(RejectCode.NO_VACUUM, "Cannot find the vacuum", 0);
    RejectRow row = RejectsTable.row("m", "identity", ExampleRows.reading("file:/m", reject));
    assertThat(row.line()).isNull();
    assertThat(row.flags()).isEqualTo(List.of("a_first_flag", "xsf_not_repeated"));
  }
}
