package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.TestSlabs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CubeTrapsTest extends GridFixture {
  private static final String CP2K = "-Quickstep-\n HARTREE POTENTIAL\n";
  private static final double HARTREE = 27.211386245988;

  @ParameterizedTest
  @CsvSource({
    "' -QuickStep- ', HARTREE",
    "'Cubfile created from PWScf calculation', RYDBERG",
    "'STEP: 0  Cubefile created from ABACUS. Inner loop is z', RYDBERG",
    "'cube file of pwscf', RYDBERG"
  })
  void theTitleNamesTheUnit(String title, EnergyUnit unit) {
    String text = GRIDS.cubeHeader(title + "\n\n", 1) + GRIDS.cubeValues(unit.electronvolts());
    Found found = read(text);
    assertThat(found.reject()).isNull();
    assertThat(found.unit()).isEqualTo(unit);
    assertThat(found.grid().plane(34)[5]).isCloseTo(GRIDS.value(5, 0, 34), within(1e-8));
  }

  @Test
  void otherTitlesNeedADeclaredUnit() {
    String text = GRIDS.cubeHeader("Gaussian job\npotential\n", 1) + GRIDS.cubeValues(HARTREE);
    Found found = read(text, toTheEnd());
    assertThat(found.reject().code()).isEqualTo(RejectCode.UNIT_REQUIRED);
    assertThat(found.reject().message()).contains("Gaussian job potential");
    assertThat(found.statistics()).isNotNull();
    assertThat(found.sign()).isEqualTo(PotentialSign.ELECTRON);
    PotentialConventions declared =
        conventions(EnergyUnit.HARTREE, PotentialSign.AUTO, XcDeclaration.CHECK);
    Found known = read(text, declaring(declared));
    assertThat(known.reject()).isNull();
    assertThat(known.xcCheck()).isEqualTo("not_applicable");
    assertThat(known.xcIncluded()).isNull();
  }

  @Test
  void negativeNumbersOfPointsMeanAngstrom() {
    Found found = read(GRIDS.cubeHeader(CP2K, -1) + GRIDS.cubeValues(HARTREE));
    assertThat(found.reject()).isNull();
    assertThat(found.header().nx()).isEqualTo(12);
    assertThat(found.structure().lattice().vector(2))
        .containsExactly(SLAB.structure().lattice().vector(2), within(1e-6));
    String mixed = GRIDS.cube().replaceFirst("\n   12 ", "\n  -12 ");
    assertThat(code(mixed)).isEqualTo(RejectCode.BAD_HEADER);
  }

  @Test
  void atomsStayWhereTheFilePutsThemWhateverTheOrigin() {
    double[] c = SLAB.structure().lattice().vector(2);
    String text = GRIDS.cube();
    HeaderLine counts = new HeaderLine(line(text, 3), 3);
    double shift = 2.0;
    text = withLine(text, 3, counts.words().get(0) + " 0.0 0.0 " + shift);
    for (int i = 0; i < 12; i++) {
      HeaderLine atom = new HeaderLine(line(text, 7 + i), 7 + i);
      double[] r = atom.reals3(2, "a position");
      text =
          withLine(
              text,
              7 + i,
              atom.words().get(0) + " 0.0 " + r[0] + " " + r[1] + " " + (r[2] + shift));
    }
    Found found = read(text);
    assertThat(found.reject()).isNull();
    double moved = shift * 0.529177210903 / c[2];
    assertThat(found.structure().atoms().get(0).fc()).isCloseTo(0.5 + moved, within(1e-6));
    Found still = read(GRIDS.cube());
    assertThat(found.grid().plane(34)).isEqualTo(still.grid().plane(34));
    assertThat(found.vacuum()).isEqualTo(still.vacuum());
  }

  @Test
  void theChargeIsNotTheElement() {
    String text = GRIDS.cube().replace("    0.000000 ", "   14.000000 ");
    assertThat(read(text).structure().formula()).isEqualTo("Mo4S8");
    assertThat(code(GRIDS.cube().replaceFirst("\n   42 ", "\n  242 ")))
        .isEqualTo(RejectCode.UNKNOWN_ELEMENT);
  }

  @Test
  void oneOrbitalIsAGridAndSeveralAreRefused() {
    String negative = GRIDS.cubeHeader(CP2K, 1).replaceFirst("\n   12 ", "\n  -12 ");
    Found found = read(negative + "    1   17\n" + GRIDS.cubeValues(HARTREE));
    assertThat(found.reject()).isNull();
    assertThat(found.statistics()).isEqualTo(read(GRIDS.cube()).statistics());
    Found two = read(negative + "    2   17   18\n" + GRIDS.cubeValues(HARTREE));
    assertThat(two.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(two.reject().message()).contains("one orbital");
    String many = withLine(GRIDS.cube(), 3, "12 0.0 0.0 0.0 2");
    assertThat(code(many)).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(withLine(GRIDS.cube(), 3, "12 0.0 0.0 0.0 1"))).isNull();
  }

  @Test
  void voxelsNeedNotBeOrthogonal() {
    Found found = read(TestGrids.of(SLAB.tilted(0.2, -0.1).structure(), 12, 12, 48).cube());
    assertThat(found.reject()).isNull();
    assertThat(found.graphs().values()).allSatisfy(n -> assertThat(n.bridges()).hasSize(12));
  }

  @Test
  void pointsTimesVoxelMustBeTheCell() {
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3);
    String text = TestGrids.of(slab.structure(), 12, 12, 24).cube();
    HeaderLine axis = new HeaderLine(line(text, 4), 4);
    double[] r = axis.reals3(1, "a voxel");
    double longer = 1.013;
    String strided =
        withLine(text, 4, "12 " + r[0] * longer + " " + r[1] * longer + " " + r[2] * longer);
    assertThat(code(text)).isNull();
    assertThat(code(strided)).isEqualTo(RejectCode.CELL_MISMATCH);
    assertThat(read(text).cellCheck()).isEqualTo("verified");
    String one = TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).structure(), 8, 8, 24).cube();
    assertThat(read(one).cellCheck()).isEqualTo("unverified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x 0.0 1.0 1.0 1.0", "42 0.0 1.0 1.0", "42 0.0 1.0 1.0 NaN"})
  void atomsAreCompleteOrNamed(String atom) {
    Found found = read(withLine(GRIDS.cube(), 8, atom));
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(found.reject().line()).isEqualTo(8);
    assertThat(found.reject().message()).contains("atom 2 of 12").contains("(line 8)");
  }

  @ParameterizedTest
  @CsvSource({
    "' -Quickstep-', ' ELECTRON DENSITY'",
    "'-Quickstep-', ' SPIN DENSITY'",
    "'-Quickstep-', ' TOTAL DENSITY'",
    "'-Quickstep-', ' TOTAL SPIN DENSITY'",
    "'water', ' Electron density from Total SCF Density'",
    "'water', 'Spin density from Total MP2 Density'"
  })
  void aWritersOwnTitleOfADensityIsNoPotential(String first, String second) {
    String text = GRIDS.cubeHeader(first + "\n" + second + "\n", 1) + GRIDS.cubeValues(HARTREE);
    PotentialConventions declared =
        conventions(EnergyUnit.HARTREE, PotentialSign.AUTO, XcDeclaration.CHECK);
    Found found = read(text, declaring(declared));
    assertThat(found.reject().code()).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(found.reject().line()).isEqualTo(2);
    assertThat(found.reject().message()).contains(second.strip()).endsWith("(line 2)");
  }

  @ParameterizedTest
  @CsvSource({
    "' -Quickstep-', ' HARTREE POTENTIAL'",
    "'-Quickstep-', 'Hartree potential at low defect density'",
    "'low density', 'Electrostatic potential from Total SCF Density'",
    "'SPIN DENSITY', 'ELECTRON DENSITY'",
    "'charge density wave, PWSCF', 'density'"
  })
  void otherTitlesAreFreeText(String first, String second) {
    String text = GRIDS.cubeHeader(first + "\n" + second + "\n", 1) + GRIDS.cubeValues(HARTREE);
    PotentialConventions declared =
        conventions(EnergyUnit.HARTREE, PotentialSign.AUTO, XcDeclaration.CHECK);
    assertThat(read(text, declaring(declared)).reject()).isNull();
  }

  /** CP2K 2026.2 writes E13.5E3, 2026.3 (1X,ES12.4E3); older ones and others F13.5 or E12.5. */
  @ParameterizedTest
  @CsvSource({"E, 13, 5, 3", "ES, 13, 4, 3", "ES, 12, 4, 3", "F, 9, 5, 0", "E, 12, 5, 2"})
  void valuesThatTouchAreThoseOfTheTwinWithBlanks(
      String form, int width, int digits, int exponent) {
    TestGrids hartree = GRIDS.times(1 / HARTREE);
    String header = GRIDS.cubeHeader(CP2K, 1);
    String touching = header + FortranText.columns(hartree, 12, 12, form, width, digits, exponent);
    String apart = header + FortranText.columns(hartree, 12, 12, form, width + 1, digits, exponent);
    assertThat(touching.length()).isLessThan(apart.length());
    Found found = read(touching);
    Found twin = read(apart);
    assertThat(found.reject()).isNull();
    assertThat(found.statistics()).isEqualTo(twin.statistics());
    assertThat(found.vacuum()).isEqualTo(twin.vacuum());
    assertThat(found.unit()).isEqualTo(EnergyUnit.HARTREE);
    assertThat(found.grid().plane(34)).isEqualTo(twin.grid().plane(34));
  }

  @Test
  void aGhostIsNoElement() {
    Found found = read(GRIDS.cube().replaceFirst("\n   42 ", "\n    0 "), toTheEnd());
    assertThat(found.reject().code()).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(found.reject().message()).contains("found \"0\", a ghost or dummy atom, (line 7)");
    assertThat(found.statistics()).isNotNull();
  }

  @Test
  void linesNeedNotBreakAtColumns() {
    String values = GRIDS.cubeValues(HARTREE).strip().replaceAll("\\s+", " ");
    Found found = read(GRIDS.cubeHeader(CP2K, 1) + values);
    assertThat(found.statistics()).isEqualTo(read(GRIDS.cube()).statistics());
  }
}
