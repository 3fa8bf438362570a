package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every format in every compression. */
abstract class GridFormatContract extends GridFixture {
  private String plain;

  abstract GridFormat format();

  abstract EnergyUnit unit();

  /** A whole file. */
  abstract String text(TestGrids grids);

  /** A whole file whose header promises other numbers of points. */
  abstract String promising(String a, String b, String c);

  /** The first line of values, from 1. */
  abstract int firstValueLine();

  final String plain() {
    if (plain == null) {
      plain = text(GRIDS);
    }
    return plain;
  }

  @Test
  void readsStructureAndQuantity() {
    Found found = read(plain());
    assertThat(found.reject()).isNull();
    assertThat(found.header().format()).isEqualTo(format());
    assertThat(found.structure().formula()).isEqualTo("Mo4S8");
    assertThat(found.header().title()).contains("synthetic slab");
    assertThat(found.unit()).isEqualTo(unit());
    assertThat(found.sign()).isEqualTo(PotentialSign.ELECTRON);
    assertThat(found.spinBlocks()).isEqualTo(1);
    assertThat(found.readMode()).isEqualTo("full");
    assertThat(found.bytesRead()).isEqualTo(found.lengthBytes());
    assertThat(found.lengthBytes()).isEqualTo(plain().length());
    assertThat(found.graphs()).containsOnlyKeys(Side.TOP, Side.BOTTOM);
    for (int v = 0; v < 3; v++) {
      assertThat(found.structure().lattice().vector(v))
          .containsExactly(SLAB.structure().lattice().vector(v), within(1e-6));
    }
  }

  @Test
  void keepsTheFourPlanesAroundEachImage() {
    PotentialGrid grid = read(plain()).grid();
    double step = SLAB.structure().lattice().heightAngstrom() / GRIDS.nz();
    double anchor = SLAB.slab().outermostAngstrom(Side.TOP);
    for (double height : BOTH_SIDES.heightsAngstrom()) {
      int below = (int) Math.floor((anchor + height) / step);
      for (int k = below - 1; k <= below + 2; k++) {
        double[] plane = grid.plane(k);
        for (int n = 0; n < plane.length; n++) {
          assertThat(plane[n])
              .isCloseTo(GRIDS.value(n % grid.nx(), n / grid.nx(), k), within(2e-9));
        }
      }
    }
    assertThat(grid.holds((int) Math.round(anchor / step) - 4)).isFalse();
  }

  @Test
  void tellsStatisticsInTheFilesOwnUnit() {
    GridStatistics found = read(plain()).statistics();
    double ev = unit().electronvolts();
    assertThat(found.mean() * ev).isCloseTo(0, within(1e-9));
    assertThat(found.firstPlaneMean() * ev).isCloseTo(GRIDS.planeMean(0), within(1e-9));
    assertThat(found.min()).isLessThan(0);
    assertThat(found.max() * ev).isCloseTo(GRIDS.value(0, 0, 0), within(0.02));
  }

  @Test
  void findsTheVacuumLevelOfBothSides() {
    Found found = read(plain());
    for (Side side : Side.values()) {
      assertThat(found.vacuum().get(side).levelEv()).isCloseTo(GRIDS.planeMean(0), within(1e-4));
      assertThat(found.vacuum().get(side).flatnessEv()).isLessThan(1e-4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestEncoding.class)
  void readsTheSameFromEveryCompression(TestEncoding encoding) {
    Found expected = read(plain());
    byte[] stored = encoding.encode(plain().getBytes(StandardCharsets.UTF_8));
    Found found = read(stored, BOTH_SIDES);
    assertThat(found.reject()).isNull();
    assertThat(found.statistics()).isEqualTo(expected.statistics());
    assertThat(found.vacuum()).isEqualTo(expected.vacuum());
    assertThat(found.lengthBytes()).isEqualTo(stored.length);
    for (int k = 0; k < expected.grid().nz(); k++) {
      assertThat(found.grid().holds(k)).isEqualTo(expected.grid().holds(k));
      if (found.grid().holds(k)) {
        assertThat(found.grid().plane(k)).isEqualTo(expected.grid().plane(k));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestEncoding.class)
  void aFileCutAnywhereIsARejectNotACrash(TestEncoding encoding) {
    byte[] stored = encoding.encode(plain().getBytes(StandardCharsets.UTF_8));
    for (double part : new double[] {0.3, 0.7, 0.99}) {
      byte[] cut = Arrays.copyOf(stored, (int) (stored.length * part));
      assertThat(read(cut, BOTH_SIDES).reject().code())
          .isIn(RejectCode.TRUNCATED, RejectCode.BAD_HEADER);
    }
    assertThat(read(Arrays.copyOf(stored, stored.length / 2), BOTH_SIDES).reject().message())
        .matches("Cannot read .*: expected .*, found .*");
  }

  @Test
  void fewerValuesThanPromisedAreTruncated() {
    String cut = plain().substring(0, plain().length() / 2);
    Found found = read(cut);
    assertThat(found.reject().code()).isEqualTo(RejectCode.TRUNCATED);
    assertThat(found.reject().line()).isEqualTo(cut.lines().count());
    assertThat(found.reject().message()).contains("expected at least").contains("end of the file");
    assertThat(found.statistics()).isNull();
    assertThat(found.slab()).isNotNull();
  }

  @Test
  void lineEndsOfOtherSystemsChangeNothing() {
    Found found = read(plain().replace("\n", "\r\n"));
    assertThat(found.reject()).isNull();
    assertThat(found.statistics()).isEqualTo(read(plain()).statistics());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*****************", "NaN", "Infinity", "1.0E+999", "abc", "0x10", "1,5"})
  void whatIsNoFiniteNumberIsNamedWithItsLine(String token) {
    int at = firstValueLine() + 20;
    String values = line(plain(), at).strip();
    String first = new HeaderLine(values, at).words().get(0);
    Found found =
        read(
            withLine(
                plain(),
                at,
                " " + values.replaceFirst(java.util.regex.Pattern.quote(first), token)));
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(found.reject().line()).isEqualTo(at);
    assertThat(found.reject().message())
        .isEqualTo(
            "Cannot read the values: expected a finite number, found \""
                + token
                + "\" (line "
                + at
                + ")");
  }

  @Test
  void aBadNumberInATruncatedFileIsTruncated() {
    String bad = withLine(plain(), firstValueLine(), "NaN");
    assertThat(code(bad.substring(0, bad.length() / 2))).isEqualTo(RejectCode.TRUNCATED);
  }

  @Test
  void anElectrostaticPotentialIsTurned() {
    Found found = read(text(GRIDS.times(-1)));
    Found expected = read(plain());
    assertThat(found.reject()).isNull();
    assertThat(found.sign()).isEqualTo(PotentialSign.ELECTROSTATIC);
    assertThat(found.statistics().max()).isEqualTo(-expected.statistics().min());
    assertThat(found.vacuum().get(Side.TOP).levelEv())
        .isCloseTo(expected.vacuum().get(Side.TOP).levelEv(), within(1e-12));
    int k = 34;
    assertThat(found.grid().plane(k)).containsExactly(expected.grid().plane(k), within(1e-12));
  }

  @Test
  void aDeclaredSignMustHold() {
    PotentialConventions declared =
        conventions(null, PotentialSign.ELECTROSTATIC, XcDeclaration.CHECK);
    assertThat(read(plain(), declaring(declared)).reject().code())
        .isEqualTo(RejectCode.SIGN_CONTRADICTED);
    assertThat(read(text(GRIDS.times(-1)), declaring(declared)).reject()).isNull();
  }

  /** Titles are free text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MoS2, low defect density, run 3",
        "CHARGE DENSITY WAVE",
        "Electrostatic potential from Total SCF Density",
        "electron density of states"
      })
  void noWordOfATitleMakesADensity(String title) {
    assertThat(code(text(GRIDS.titled(title)))).isNull();
  }

  @Test
  void valuesLikeADensityAreNoPotential() {
    TestGrids positive =
        TestGrids.of(
            SLAB.structure(), 12, 12, 48, (a, b, c) -> Math.exp(-40 * Math.pow(c - 0.5, 2)));
    ReadingRequest request =
        declaring(conventions(null, PotentialSign.AUTO, XcDeclaration.INCLUDED));
    assertThat(read(text(positive), request).reject().code()).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(read(text(positive.times(-1)), request).reject().code())
        .isEqualTo(RejectCode.NOT_A_POTENTIAL);
    TestGrids raised =
        TestGrids.of(
            SLAB.structure(),
            12,
            12,
            48,
            (a, b, c) -> 0.5 + 10 * Math.exp(-400 * Math.pow(c - 0.5, 2)));
    assertThat(read(text(raised), request).reject()).isNull();
    TestGrids deepest =
        TestGrids.of(
            SLAB.structure(),
            12,
            12,
            48,
            (a, b, c) -> 10 - 10 * Math.exp(-400 * Math.pow(c - 0.5, 2)));
    assertThat(read(text(deepest), request).reject()).isNull();
  }

  @Test
  void slopesAcrossTheVacuumAreNotFlat() {
    TestGrids sloping = GRIDS.plus((a, b, c) -> 2 * (c - 0.5));
    Found found = read(text(sloping));
    assertThat(found.reject().code()).isEqualTo(RejectCode.VACUUM_NOT_FLAT);
    assertThat(found.reject().message()).contains("side top");
    assertThat(found.vacuum().get(Side.TOP).flatnessEv()).isGreaterThan(0.05);
  }

  @Test
  void theSlabDecidesTheCode() {
    assertThat(slabCode(SLAB.vacuum(5.5))).isEqualTo(RejectCode.NO_VACUUM);
    assertThat(slabCode(SLAB.added(Element.Li, 0, 0, 0.7))).isEqualTo(RejectCode.ION_PRESENT);
    assertThat(slabCode(SLAB.without(Element.S, 0))).isEqualTo(RejectCode.SURFACE_DEFECT);
    assertThat(slabCode(TestSlabs.twoH(Element.C, Element.C))).isEqualTo(RejectCode.NOT_A_TMD);
  }

  private RejectCode slabCode(TestSlabs slab) {
    return code(text(TestGrids.of(slab.structure(), 6, 6, 24)));
  }

  @Test
  void leftHandedCellsAreCells() {
    Found found = read(text(TestGrids.of(SLAB.swapped().structure())));
    assertThat(found.reject()).isNull();
    assertThat(found.structure().lattice().volume()).isNegative();
    assertThat(found.graphs().get(Side.TOP).tops()).hasSize(4);
  }

  @Test
  void moreValuesThanPromisedAreNotPassedOver() {
    String surplus =
        text(GRIDS).replaceFirst("(?s)(\\s*END_DATAGRID.*)?$", "\n" + "1.0 ".repeat(200) + "$1");
    assertThat(code(surplus)).isEqualTo(RejectCode.BAD_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000", "100000000000", "99999999999999999999999"})
  void hugePromisesAreRefusedAtOnce(String points) {
    long start = System.nanoTime();
    assertThat(code(promising(points, points, points))).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(code(promising("1", "1", points + "00"))).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
  }

  @Test
  void largePromisesOfShortFilesAreTruncatedAtOnce() {
    assertThat(code(promising("600", "600", "700"))).isEqualTo(RejectCode.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "x"})
  void numbersOfPointsArePositive(String points) {
    assertThat(code(promising("12", "12", points))).isEqualTo(RejectCode.BAD_HEADER);
  }

  @Test
  void aHeaderCutAnywhereIsABadHeader() {
    String[] lines = plain().split("\n", -1);
    for (int n = 1; n < firstValueLine(); n++) {
      String cut = String.join("\n", Arrays.copyOf(lines, n)) + "\n";
      RejectCode expected =
          n == firstValueLine() - 1 ? RejectCode.TRUNCATED : RejectCode.BAD_HEADER;
      assertThat(code(cut)).as("after line %d: %s", n, lines[n - 1]).isEqualTo(expected);
    }
  }

  @Test
  void statisticsAreReadOnRequestEvenOfRejectedGrids() {
    TestGrids bulk = TestGrids.of(SLAB.vacuum(5).structure());
    assertThat(read(text(bulk)).statistics()).isNull();
    Found found = read(text(bulk), toTheEnd());
    assertThat(found.reject().code()).isEqualTo(RejectCode.NO_VACUUM);
    assertThat(found.statistics().min()).isLessThan(0);
  }

  @Test
  void damagedBytesNeverEscapeAsExceptions() {
    Random random = new Random(7);
    for (TestEncoding encoding : TestEncoding.values()) {
      byte[] stored = encoding.encode(text(SMALL).getBytes(StandardCharsets.UTF_8));
      for (int n = 0; n < 20; n++) {
        byte[] damaged = stored.clone();
        int hits = 1 + random.nextInt(5);
        for (int h = 0; h < hits; h++) {
          damaged[random.nextInt(n % 2 == 0 ? 600 : damaged.length)] = (byte) random.nextInt(256);
        }
        assertThat(read(damaged, toTheEnd())).isNotNull();
      }
    }
  }

  private static final TestGrids SMALL = TestGrids.of(SLAB.structure(), 6, 6, 24);
}
