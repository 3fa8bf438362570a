package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingRowsTest {
  @Test
  void aGridRowSaysWhatWasUnderstood() {
    GridRow row =
        GridRows.row(
            ExampleRows.material("m"),
            "identity",
            ExampleRows.reading("file:/m"),
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

  /** Positions by pymatgen 2022.11.7: {@code Structure.cart_coords} of the same cell and atoms. */
  @Test
  void aGridRowHoldsItsStructureAsOptimadeNamesIt() {
    GridRow row = ExampleRows.screened("m", 1).grid();
    assertThat(row.elements()).containsExactly("Mo", "S", "Se", "Ti");
    assertThat(row.nelements()).isEqualTo(4);
    assertThat(row.elementsRatios()).containsExactly(1 / 6.0, 2 / 6.0, 2 / 6.0, 1 / 6.0);
    assertThat(row.chemicalFormulaReduced()).isEqualTo("MoS2Se2Ti");
    assertThat(row.chemicalFormulaAnonymous()).isEqualTo("A2B2CD");
    assertThat(row.latticeVectors()).isEqualTo(row.cell());
    assertThat(row.dimensionTypes()).containsExactly(1, 1, 0);
    assertThat(row.nperiodicDimensions()).isEqualTo(2);
    assertThat(row.nsites()).isEqualTo(6);
    assertThat(row.speciesAtSites()).containsExactly("Mo", "Ti", "S", "Se", "S", "Se");
    double[][] positions = {
      {0, 0, 10},
      {1.5, 0, 10},
      {0, 1.299038105676658, 11},
      {0, 1.299038105676658, 9},
      {1.5, 1.299038105676658, 11},
      {1.5, 1.299038105676658, 9}
    };
    assertThat(row.cartesianSitePositions()).hasSize(positions.length);
    for (int i = 0; i < positions.length; i++) {
      for (int axis = 0; axis < 3; axis++) {
        assertThat(row.cartesianSitePositions().get(i).get(axis))
            .isCloseTo(positions[i][axis], within(1e-12));
      }
    }
  }

  @Test
  void aMaterialRowSaysTheSameOfItsStructure() {
    GridResult result = ExampleRows.screened("m", 1);
    MaterialRow material = result.materials().get(0);
    GridRow grid = result.grid();
    assertThat(material.elements()).isEqualTo(grid.elements());
    assertThat(material.nelements()).isEqualTo(4);
    assertThat(material.chemicalFormulaReduced()).isEqualTo(grid.chemicalFormulaReduced());
    assertThat(material.chemicalFormulaAnonymous()).isEqualTo(grid.chemicalFormulaAnonymous());
    assertThat(material.latticeVectors()).isEqualTo(grid.latticeVectors());
    assertThat(material.dimensionTypes()).containsExactly(1, 1, 0);
    assertThat(material.nperiodicDimensions()).isEqualTo(2);
    assertThat(material.nsites()).isEqualTo(6);
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
    RejectRow row = RejectRows.row("m", "identity", ExampleRows.reading("file:/m", reject));
    assertThat(row.line()).isNull();
    assertThat(row.flags()).isEqualTo(List.of("a_first_flag", "xsf_not_repeated"));
  }
}
