package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingRowsTest {
  @Test
  void aGridRowSaysWhatWasUnderstood() {
    GridRow row =
        GridRow.of(
            ExampleRows.material("m"),
            "identity",
            ExampleRows.reading("file:/m"),
            new ImageCosts(13, 26, 0.25),
            GridLevels.of(
                LevelsOrigin.declared(), Map.of(Side.BOTTOM, new LevelColumns(4.3, 4.9, null))));
    assertThat(row.key().inputUri()).isEqualTo("file:/m");
    assertThat(row.levels().origin().origin()).isEqualTo("declared");
    assertThat(row.levels().origin().uri()).isNull();
    assertThat(row.levels().top()).isNull();
    assertThat(row.levels().bottom()).isEqualTo(new GridLevels.OfSide(4.3, 4.9));
    assertThat(row.levels().gapEv()).as("numbers were declared").isNull();
    assertThat(row.file().format()).isEqualTo("cube");
    assertThat(row.file().dims()).containsExactly(81, 80, 144);
    assertThat(row.file().cell().get(1)).containsExactly(-1.5, 1.5 * Math.sqrt(3), 0.0);
    assertThat(row.potential().convention().fileUnit()).isEqualTo("hartree");
    assertThat(row.potential().convention().sign()).isEqualTo("electron");
    assertThat(row.potential().vacuum().top().levelEv()).isEqualTo(6.9);
    assertThat(row.potential().vacuum().top().flatnessEv()).isEqualTo(0.0045);
    assertThat(row.potential().vacuum().bottom()).isNull();
    assertThat(row.potential().values().min()).isEqualTo(-1.5);
    assertThat(row.potential().values().mean()).isNull();
    assertThat(row.images().networkEvaluations()).isEqualTo(26);
    assertThat(row.flags()).containsExactly("a_first_flag", "xsf_not_repeated");
  }

  /** Positions by pymatgen 2022.11.7: {@code Structure.cart_coords} of the same cell and atoms. */
  @Test
  void aGridRowHoldsItsStructureAsOptimadeNamesIt() {
    GridRow row = ExampleRows.screened("m", 1).grid();
    assertThat(row.structure().elements().elements()).containsExactly("Mo", "S", "Se", "Ti");
    assertThat(row.structure().elements().nelements()).isEqualTo(4);
    assertThat(row.structure().elementsRatios())
        .containsExactly(1 / 6.0, 2 / 6.0, 2 / 6.0, 1 / 6.0);
    assertThat(row.structure().formula().reduced()).isEqualTo("MoS2Se2Ti");
    assertThat(row.structure().formula().anonymous()).isEqualTo("A2B2CD");
    assertThat(row.structure().cell().latticeVectors()).isEqualTo(row.file().cell());
    assertThat(row.structure().cell().dimensionTypes()).containsExactly(1, 1, 0);
    assertThat(row.structure().cell().nperiodicDimensions()).isEqualTo(2);
    assertThat(row.structure().cell().nsites()).isEqualTo(6);
    assertThat(row.structure().atoms().species()).containsExactly("Mo", "Ti", "S", "Se", "S", "Se");
    double[][] positions = {
      {0, 0, 10},
      {1.5, 0, 10},
      {0, 1.299038105676658, 11},
      {0, 1.299038105676658, 9},
      {1.5, 1.299038105676658, 11},
      {1.5, 1.299038105676658, 9}
    };
    assertThat(row.structure().atoms().positions()).hasSize(positions.length);
    for (int i = 0; i < positions.length; i++) {
      for (int axis = 0; axis < 3; axis++) {
        assertThat(row.structure().atoms().positions().get(i).get(axis))
            .isCloseTo(positions[i][axis], within(1e-12));
      }
    }
  }

  @Test
  void aMaterialRowSaysTheSameOfItsStructure() {
    GridResult result = ExampleRows.screened("m", 1);
    MaterialRow material = result.materials().get(0);
    GridRow grid = result.grid();
    assertThat(material.structure().elements().elements())
        .isEqualTo(grid.structure().elements().elements());
    assertThat(material.structure().elements().nelements()).isEqualTo(4);
    assertThat(material.structure().formula().reduced())
        .isEqualTo(grid.structure().formula().reduced());
    assertThat(material.structure().formula().anonymous())
        .isEqualTo(grid.structure().formula().anonymous());
    assertThat(material.structure().cell().latticeVectors())
        .isEqualTo(grid.structure().cell().latticeVectors());
    assertThat(material.structure().cell().dimensionTypes()).containsExactly(1, 1, 0);
    assertThat(material.structure().cell().nperiodicDimensions()).isEqualTo(2);
    assertThat(material.structure().cell().nsites()).isEqualTo(6);
  }

  @Test
  void aRejectRowSaysWhy() {
    RejectRow row = ExampleRows.rejected("bad").reject();
    assertThat(row.reason().code()).isEqualTo("TRUNCATED");
    assertThat(row.reason().message()).isEqualTo("Cannot read values: expected 9, found 8");
    assertThat(row.reason().line()).isEqualTo(17);
    assertThat(row.format()).isEqualTo("cube");
  }

  @Test
  void aRejectWithoutALineHasNone() {
    Reject reject = new Reject(RejectCode.NO_VACUUM, "Cannot find the vacuum", 0);
    RejectRow row = RejectRow.of("m", "identity", ExampleRows.reading("file:/m", reject));
    assertThat(row.reason().line()).isNull();
    assertThat(row.flags()).isEqualTo(List.of("a_first_flag", "xsf_not_repeated"));
  }
}
