package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaspTrapsTest extends GridFixture {
  private static final String PLAIN = GRIDS.locpot();
  private static final String IONS = "  0.000000000000E+00  0.100000000000E+00 -.2E+00\n".repeat(4);

  private static CrystalStructure expected() {
    return SLAB.structure();
  }

  private void readsTheSameStructure(String text) {
    Found found = read(text);
    assertThat(found.reject()).isNull();
    sameStructure(found);
  }

  private static void sameStructure(Found found) {
    CrystalStructure structure = found.structure();
    for (int v = 0; v < 3; v++) {
      assertThat(structure.lattice().vector(v))
          .containsExactly(expected().lattice().vector(v), within(1e-6));
    }
    for (int i = 0; i < structure.atoms().size(); i++) {
      assertThat(structure.atoms().get(i).element()).isEqualTo(expected().atoms().get(i).element());
      assertThat(structure.atoms().get(i).fa())
          .isCloseTo(expected().atoms().get(i).fa(), within(1e-6));
      assertThat(structure.atoms().get(i).fc())
          .isCloseTo(expected().atoms().get(i).fc(), within(1e-6));
    }
  }

  @Test
  void numbersHaveNoLeadingZeroAndTheLastLineIsShort() {
    assertThat(PLAIN).contains(" -.");
    String[] lines = PLAIN.split("\n", -1);
    assertThat(new HeaderLine(lines[lines.length - 2], 0).size()).isEqualTo(2);
    readsTheSameStructure(PLAIN);
  }

  @Test
  void fieldsMayHaveAnyWidthAndLinesAnyLength() {
    Found whole = read(PLAIN);
    String values = GRIDS.block().strip();
    String oneLine = GRIDS.vaspHeader() + values.replaceAll("\\s+", " ");
    String onePerLine = GRIDS.vaspHeader() + values.replaceAll("\\s+", "\n\t  ") + "\n\n";
    assertThat(read(oneLine).statistics()).isEqualTo(whole.statistics());
    assertThat(read(onePerLine).statistics()).isEqualTo(whole.statistics());
  }

  @Test
  void exponentsMayBeWrittenWithDOrNotAtAll() {
    Found whole = read(PLAIN);
    String block = GRIDS.block();
    assertThat(read(GRIDS.vaspHeader() + block.replace('E', 'D')).statistics())
        .isEqualTo(whole.statistics());
    String small = block.replaceFirst("\\S+", "1.234-101");
    assertThat(read(GRIDS.vaspHeader() + small).reject()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"Mo_pv/f474ac0d,S/79d9987ad87", "Mo/,S/", "Mo_sv,S", "Mo_sv_GW,S_GW"})
  void symbolsMayCarryTheirPseudopotential(String metal, String chalcogen) {
    readsTheSameStructure(withLine(PLAIN, 6, " " + metal + "  " + chalcogen));
  }

  @Test
  void manySpeciesTakeSeveralLines() {
    readsTheSameStructure(withLine(withLine(PLAIN, 7, " 4\n 8"), 6, "Mo\nS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xx S", "mo S", "Mo2 S"})
  void unknownSymbolsAreNamed(String symbols) {
    Found found = read(withLine(PLAIN, 6, symbols));
    assertThat(found.reject().code()).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(found.reject().line()).isEqualTo(6);
    assertThat(found.reject().message())
        .contains("\"" + symbols.substring(0, symbols.indexOf(' ')) + "\"");
  }

  @Test
  void withoutSymbolsTheElementsAreUnknownUnlessTitleOrCoordinatesNameThem() {
    String version4 = PLAIN.replaceFirst("   Mo   S\n", "");
    Found found = read(version4);
    assertThat(found.reject().code()).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(found.reject().message()).contains("as VASP 4 writes");
    Found titled = read(withLine(version4, 1, "Mo S slab"));
    assertThat(titled.reject()).isNull();
    assertThat(titled.flags()).containsExactly("vasp4_symbols_from_title");
    String[] lines = version4.split("\n", -1);
    for (int i = 0; i < 12; i++) {
      lines[7 + i] += i < 4 ? " Mo" : " S";
    }
    Found behind = read(String.join("\n", lines));
    assertThat(behind.reject()).isNull();
    assertThat(behind.flags()).containsExactly("vasp4_symbols_behind_coordinates");
    sameStructure(behind);
  }

  @Test
  void aNegativeScaleIsTheVolume() {
    double volume = Math.abs(expected().lattice().volume());
    String larger = PLAIN;
    for (int n = 3; n <= 5; n++) {
      double[] r = new HeaderLine(line(PLAIN, n), n).reals3(0, "a vector");
      larger = withLine(larger, n, 2 * r[0] + " " + 2 * r[1] + " " + 2 * r[2]);
    }
    readsTheSameStructure(withLine(larger, 2, String.format(Locale.ROOT, "%.9f", -volume)));
    readsTheSameStructure(withLine(larger, 2, "0.5"));
    readsTheSameStructure(withLine(larger, 2, "0.5 0.5 5.0E-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0", "1.0 0.0 1.0", "-1 -1 -1"})
  void scalesOfZeroMakeNoCell(String scale) {
    Found found = read(withLine(PLAIN, 2, scale));
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_CELL);
    assertThat(found.reject().line()).isEqualTo(2);
  }

  @Test
  void flatCellsAreNoCells() {
    assertThat(code(withLine(PLAIN, 4, line(PLAIN, 3)))).isEqualTo(RejectCode.BAD_CELL);
  }

  @ParameterizedTest
  @CsvSource({"1,Cartesian", "2,Cart", "0.5,kartesian"})
  void positionsMayBeCartesianAndSelective(double scale, String mode) {
    String text = withLine(PLAIN, 2, Double.toString(scale));
    for (int v = 0; v < 3; v++) {
      double[] r = expected().lattice().vector(v);
      text = withLine(text, 3 + v, r[0] / scale + " " + r[1] / scale + " " + r[2] / scale);
    }
    for (int i = 0; i < expected().atoms().size(); i++) {
      double[] r =
          expected()
              .lattice()
              .cartesian(
                  expected().atoms().get(i).fa(),
                  expected().atoms().get(i).fb(),
                  expected().atoms().get(i).fc());
      text =
          withLine(text, 9 + i, r[0] / scale + " " + r[1] / scale + " " + r[2] / scale + "  T T F");
    }
    readsTheSameStructure(withLine(text, 8, "Selective dynamics\n" + mode));
  }

  @Test
  void twoBlocksAreSpinsAndThePotentialTheirMean() {
    TestGrids difference =
        TestGrids.of(expected(), 12, 12, 48, (a, b, c) -> 0.5 * Math.sin(2 * Math.PI * a));
    TestGrids up = GRIDS.plus((a, b, c) -> 0.5 * Math.sin(2 * Math.PI * a));
    TestGrids down = GRIDS.plus((a, b, c) -> -0.5 * Math.sin(2 * Math.PI * a));
    Found found = read(up.locpot() + IONS + GRIDS.dimensions() + down.block());
    Found one = read(PLAIN);
    assertThat(found.reject()).isNull();
    assertThat(found.spinBlocks()).isEqualTo(2);
    assertThat(found.grid().plane(34)).containsExactly(one.grid().plane(34), within(1e-8));
    assertThat(found.statistics().max())
        .isCloseTo(one.statistics().max() + difference.value(3, 0, 0), within(0.01));
    assertThat(found.vacuum().get(Side.TOP).levelEv())
        .isCloseTo(one.vacuum().get(Side.TOP).levelEv(), within(1e-9));
  }

  @Test
  void ofFourBlocksTheFirstIsThePotential() {
    String field = IONS + GRIDS.dimensions() + GRIDS.times(0.01).block();
    Found found = read(PLAIN + field.repeat(3));
    Found one = read(PLAIN);
    assertThat(found.reject()).isNull();
    assertThat(found.spinBlocks()).isEqualTo(4);
    assertThat(found.grid().plane(34)).isEqualTo(one.grid().plane(34));
    assertThat(found.statistics()).isEqualTo(one.statistics());
    assertThat(code(PLAIN + field.repeat(2))).isEqualTo(RejectCode.TRUNCATED);
    assertThat(code(PLAIN + field.repeat(4))).isEqualTo(RejectCode.TRUNCATED);
  }

  @Test
  void secondBlocksAreCheckedLikeTheFirst() {
    String spin = PLAIN + IONS + GRIDS.dimensions() + GRIDS.block();
    Found cut = read(spin.substring(0, spin.length() - 100), toTheEnd());
    assertThat(cut.reject().code()).isEqualTo(RejectCode.TRUNCATED);
    assertThat(cut.statistics()).isEqualTo(read(PLAIN).statistics());
    int last = (int) spin.lines().count();
    Found bad = read(withLine(spin, last, "NaN NaN"));
    assertThat(bad.reject().code()).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(bad.reject().line()).isEqualTo(last);
  }

  @Test
  void augmentationOccupanciesBelongToADensity() {
    String augmentation = "augmentation occupancies   1  4\n 0.1E+00 0.2E+00 0.3E+00 0.4E+00\n";
    Found found = read(PLAIN + augmentation, toTheEnd());
    assertThat(found.reject().code()).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(found.reject().line()).isEqualTo(PLAIN.lines().count() + 1);
    assertThat(found.statistics()).isNotNull();
    Found spin =
        read(
            PLAIN + augmentation + IONS + GRIDS.dimensions() + GRIDS.block() + augmentation,
            toTheEnd());
    assertThat(spin.reject().code()).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(spin.spinBlocks()).isEqualTo(2);
  }

  @Test
  void numbersOfIonsAloneAreNoSecondBlock() {
    Found found = read(PLAIN + IONS);
    assertThat(found.reject()).isNull();
    assertThat(found.spinBlocks()).isEqualTo(1);
    assertThat(code(PLAIN + IONS + " 1.0")).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(code(PLAIN + "something else\n")).isEqualTo(RejectCode.BAD_NUMBER);
  }

  @Test
  void exchangeAndCorrelationShowInTheMean() {
    String shifted = GRIDS.plus((a, b, c) -> -3).locpot();
    Found found = read(shifted);
    assertThat(found.reject().code()).isEqualTo(RejectCode.XC_INCLUDED);
    assertThat(found.xcIncluded()).isTrue();
    assertThat(found.xcCheck()).isEqualTo("checked");
    assertThat(read(PLAIN).xcIncluded()).isFalse();
    Found allowed =
        read(shifted, declaring(conventions(null, PotentialSign.AUTO, XcDeclaration.INCLUDED)));
    assertThat(allowed.reject()).isNull();
    assertThat(allowed.xcCheck()).isEqualTo("declared");
    assertThat(allowed.xcIncluded()).isTrue();
    assertThat(code(GRIDS.plus((a, b, c) -> 0.049).locpot())).isNull();
    assertThat(code(GRIDS.plus((a, b, c) -> 0.051).locpot())).isEqualTo(RejectCode.XC_INCLUDED);
  }

  @Test
  void theFirstCodeOfTheOrderCounts() {
    String several = withLine(withLine(PLAIN, 2, "0.0"), 6, "Xx S");
    assertThat(code(several)).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    String huge = several.replace(GRIDS.dimensions(), "99999 99999 99999\n");
    assertThat(code(huge)).isEqualTo(RejectCode.TOO_LARGE);
    TestGrids bulk = TestGrids.of(SLAB.vacuum(5).structure(), 6, 6, 24);
    assertThat(code(bulk.titled("ELECTRON DENSITY").cube())).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    String shiftedAndSloping = GRIDS.plus((a, b, c) -> 3 + 2 * c).locpot();
    assertThat(code(shiftedAndSloping)).isEqualTo(RejectCode.XC_INCLUDED);
    String noVacuum = TestGrids.of(SLAB.vacuum(5).structure(), 6, 6, 24).locpot();
    Found cut = read(noVacuum.substring(0, noVacuum.length() - 300), toTheEnd());
    assertThat(cut.reject().code()).isEqualTo(RejectCode.NO_VACUUM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-4 8", "0 0", "4", "4 8 2", "1e3 8"})
  void numbersOfAtomsFitTheSymbols(String counts) {
    assertThat(code(withLine(PLAIN, 7, counts))).isEqualTo(RejectCode.BAD_HEADER);
  }

  @Test
  void moreAtomsThanAnyGridHasAreTooLarge() {
    assertThat(code(withLine(PLAIN, 7, "4 999999999999"))).isEqualTo(RejectCode.TOO_LARGE);
  }

  @Test
  void statedCellsAreNotJudgedByMetalDistances() {
    TestGrids noisy = TestGrids.of(TestSlabs.of(expected()).noisy(0.08, 3).structure(), 12, 12, 48);
    assertThat(read(noisy.locpot()).cellCheck()).isEqualTo("verified");
  }
}
