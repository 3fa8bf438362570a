package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that pp.x names filplot, as Quantum ESPRESSO's plot_io writes it. */
class FilplotTest extends GridFixture {
  private static final double BOHR = 0.529177210903;
  private static final double RYDBERG = 27.211386245988 / 2;

  /**
   * The lines before the values, and these; points that are allocated beyond those that are used.
   */
  static String text(TestGrids grid, int nx, int ny, String lattice, double alat, int[] unused) {
    return header(grid, nx, ny, lattice, alat, unused, 11) + values(grid, nx, ny, unused);
  }

  private static String header(
      TestGrids grid, int nx, int ny, String lattice, double alat, int[] unused, int number) {
    List<Element> species =
        grid.structure().atoms().stream().map(Atom::element).distinct().toList();
    StringBuilder text = new StringBuilder("MoS2, low defect density\n");
    int nz = grid.nz();
    int[] counts = {
      nx + unused[0],
      ny + unused[1],
      nz + unused[2],
      nx,
      ny,
      nz,
      grid.structure().atoms().size(),
      species.size()
    };
    for (int n : counts) {
      text.append(String.format(Locale.ROOT, "%8d", n));
    }
    text.append('\n').append(lattice);
    text.append(String.format(Locale.ROOT, "%20.10f%20.10f%20.10f%6d%n", 210.5, 8.0, 60.0, number));
    for (int i = 0; i < species.size(); i++) {
      String symbol = species.get(i).symbol();
      text.append(String.format(Locale.ROOT, "%4d   %-2s   %5.2f%n", i + 1, symbol, 6.0));
    }
    Lattice cell = grid.structure().lattice();
    for (int i = 0; i < grid.structure().atoms().size(); i++) {
      Atom atom = grid.structure().atoms().get(i);
      double[] r = cell.cartesian(atom.fa(), atom.fb(), atom.fc());
      text.append(
          String.format(
              Locale.ROOT,
              "%4d   %15.9f%15.9f%15.9f   %2d%n",
              i + 1,
              r[0] / (alat * BOHR),
              r[1] / (alat * BOHR),
              r[2] / (alat * BOHR),
              1 + species.indexOf(atom.element())));
    }
    return text.toString();
  }

  private static String values(TestGrids grid, int nx, int ny, int[] unused) {
    StringBuilder text = new StringBuilder();
    int n = 0;
    for (int k = 0; k < grid.nz() + unused[2]; k++) {
      for (int j = 0; j < ny + unused[1]; j++) {
        for (int i = 0; i < nx + unused[0]; i++) {
          boolean used = i < nx && j < ny && k < grid.nz();
          double value = used ? grid.value(i, j, k) / RYDBERG : 0;
          text.append(String.format(Locale.ROOT, "%17.9E", value));
          text.append(++n % 5 == 0 ? "\n" : "");
        }
      }
    }
    return text.append('\n').toString();
  }

  private static String lattice(int kind, double... celldm) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%6d  ", kind));
    for (int i = 0; i < 6; i++) {
      double value = i < celldm.length ? celldm[i] : 0;
      text.append(String.format(Locale.ROOT, "%12.8f", value));
    }
    return text.append('\n').toString();
  }

  private static String stated(Lattice lattice, double alat) {
    StringBuilder text = new StringBuilder(lattice(0, alat));
    for (int v = 0; v < 3; v++) {
      for (double x : lattice.vector(v)) {
        text.append(String.format(Locale.ROOT, "  %.15f     ", x / (alat * BOHR)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static final String PLAIN =
      text(GRIDS, 12, 12, stated(GRIDS.structure().lattice(), 6), 6, new int[3]);

  @Test
  void isTheSameAsItsCube() {
    Found found = read(PLAIN);
    Found cube = read(GRIDS.cube());
    assertThat(found.reject()).isNull();
    assertThat(found.header().format()).isEqualTo(GridFormat.FILPLOT);
    assertThat(found.header().title()).isEqualTo("MoS2, low defect density");
    assertThat(found.structure().formula()).isEqualTo("Mo4S8");
    assertThat(found.unit()).isEqualTo(EnergyUnit.RYDBERG);
    assertThat(found.sign()).isEqualTo(PotentialSign.ELECTRON);
    assertThat(found.xcCheck()).isEqualTo("not_applicable");
    for (Side side : Side.values()) {
      assertThat(found.vacuum().get(side).levelEv())
          .isCloseTo(cube.vacuum().get(side).levelEv(), within(1e-7));
    }
    assertThat(found.grid().plane(34)).containsExactly(cube.grid().plane(34), within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "0, 1, 0", "0, 0, 2", "1, 2, 3"})
  void pointsThatAreAllocatedAndNotUsedAreLeftOut(int a, int b, int c) {
    String lattice = stated(GRIDS.structure().lattice(), 6);
    Found found = read(text(GRIDS, 12, 12, lattice, 6, new int[] {a, b, c}));
    Found plain = read(PLAIN);
    assertThat(found.reject()).isNull();
    assertThat(found.header()).usingRecursiveComparison().isEqualTo(plain.header());
    assertThat(found.statistics()).isEqualTo(plain.statistics());
    assertThat(found.vacuum()).isEqualTo(plain.vacuum());
    assertThat(found.grid().plane(34)).isEqualTo(plain.grid().plane(34));
  }

  /** Older versions leave out the planes that are allocated and not used. */
  @Test
  void unusedPlanesNeedNotBeThere() {
    String lattice = stated(GRIDS.structure().lattice(), 6);
    int[] unused = {1, 0, 3};
    String old =
        header(GRIDS, 12, 12, lattice, 6, unused, 11) + values(GRIDS, 12, 12, new int[] {1, 0, 0});
    assertThat(read(old).reject()).isNull();
    assertThat(read(old).statistics()).isEqualTo(read(PLAIN).statistics());
  }

  @Test
  void hexagonalCellsAreKindFour() {
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S);
    double[] a = slab.structure().lattice().vector(0);
    double[] c = slab.structure().lattice().vector(2);
    double length = Math.sqrt(a[0] * a[0] + a[1] * a[1]);
    TestGrids grid = TestGrids.of(slab.structure(), 6, 6, 48);
    double alat = length / BOHR;
    String text = text(grid, 6, 6, lattice(4, alat, 0, c[2] / length), alat, new int[3]);
    Found found = read(text);
    assertThat(found.reject()).isNull();
    areVectors(found.structure().lattice(), slab.structure().lattice());
  }

  private static void areVectors(Lattice found, Lattice expected) {
    for (int v = 0; v < 3; v++) {
      assertThat(found.vector(v)).containsExactly(expected.vector(v), within(1e-6));
    }
  }

  /** Lengths and angles of each kind, by the definition of the kind and not of its vectors. */
  @ParameterizedTest
  @CsvSource({
    "1, 10, 0, 0, 0, 0, 0, 1",
    "2, 10, 0, 0, 0, 0, 0, 0.25",
    "3, 10, 0, 0, 0, 0, 0, 0.5",
    "-3, 10, 0, 0, 0, 0, 0, 0.5",
    "4, 10, 0, 2, 0, 0, 0, 1.7320508",
    "5, 10, 0, 0, 0.3, 0, 0, 0.8854377",
    "-5, 10, 0, 0, 0.3, 0, 0, 0.8854377",
    "6, 10, 0, 2, 0, 0, 0, 2",
    "7, 10, 0, 2, 0, 0, 0, 1",
    "8, 10, 1.5, 2, 0, 0, 0, 3",
    "9, 10, 1.5, 2, 0, 0, 0, 1.5",
    "-9, 10, 1.5, 2, 0, 0, 0, 1.5",
    "91, 10, 1.5, 2, 0, 0, 0, 1.5",
    "10, 10, 1.5, 2, 0, 0, 0, 0.75",
    "11, 10, 1.5, 2, 0, 0, 0, 1.5",
    "12, 10, 1.5, 2, 0.5, 0, 0, 2.5980762",
    "-12, 10, 1.5, 2, 0, 0.5, 0, 2.5980762",
    "13, 10, 1.5, 2, 0.5, 0, 0, 1.2990381",
    "14, 10, 1.5, 2, 0.1, 0.2, 0.3, 2.8014282"
  })
  void cellsHaveTheVolumeOfTheirKind(
      int kind, double a, double b, double c, double d, double e, double f, double volume) {
    String text =
        PLAIN.replaceFirst("(?s)     0  .*?\n.*?\n.*?\n.*?\n", lattice(kind, a, b, c, d, e, f));
    Found found = read(text, toTheEnd());
    double expected = volume * Math.pow(a * BOHR, 3);
    assertThat(found.structure().lattice().volume()).isCloseTo(expected, within(1e-5 * expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {-13, 15, 99, -4})
  void otherKindsAreRefused(int kind) {
    String text = PLAIN.replaceFirst("(?s)     0  .*?\n.*?\n.*?\n.*?\n", lattice(kind, 10, 1, 1));
    Found found = read(text);
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(found.reject().message()).contains("ibrav").endsWith("(line 3)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 9, 17})
  void whatElseIsPlottedIsNoPotential(int number) {
    String lattice = stated(GRIDS.structure().lattice(), 6);
    String text =
        header(GRIDS, 12, 12, lattice, 6, new int[3], number) + values(GRIDS, 12, 12, new int[3]);
    Found found = read(text);
    assertThat(found.reject().code()).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(found.reject().message())
        .contains(
            "expected the bare and Hartree potential (plot_num = 11), found plot_num = " + number)
        .endsWith("(line 7)");
  }

  @Test
  void promisesAreChecked() {
    assertThat(code(PLAIN.replaceFirst("      12      12      48 ", "      11      12      48 ")))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(PLAIN.replaceFirst("      12      12      48 ", "  999999  999999  999999 ")))
        .isEqualTo(RejectCode.TOO_LARGE);
    assertThat(code(PLAIN.replaceFirst("(?m)^   1   Mo", "   1   Xx")))
        .isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(code(PLAIN.replaceFirst("(?m)^   1   Mo ", "   1   Mo1 "))).isNull();
    assertThat(code(PLAIN.replaceFirst("    1\n", "    3\n"))).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(PLAIN.replaceFirst("  6.00000000", "  0.00000000")))
        .isEqualTo(RejectCode.BAD_CELL);
    assertThat(code(PLAIN + " 0.1 0.2\n")).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(code(PLAIN.substring(0, PLAIN.length() - 400))).isEqualTo(RejectCode.TRUNCATED);
  }

  @Property(tries = 500)
  void damageNeverEscapesAsAnException(@ForAll long seed) throws java.io.IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(PLAIN);
    List<String> pieces = new ArrayList<>(List.of("\n", " ", "-", "9999999", "NaN", ".", "0", "x"));
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(random.nextBoolean() ? 900 : text.length());
      int to = Math.min(text.length(), at + random.nextInt(4));
      text.replace(at, to, pieces.get(random.nextInt(pieces.size())));
    }
    java.nio.file.Path file = java.nio.file.Files.createTempFile("filplot", "");
    try {
      java.nio.file.Files.writeString(file, text);
      Found found =
          new Found(new GridFiles(new Configuration(false)).read(file.toString(), toTheEnd()));
      assertThat(found.reject() != null || found.grid() != null).isTrue();
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  /** A structure whose cell is left-handed or skewed is the same after kind 0. */
  @Test
  void kindZeroStatesAnyCell() {
    CrystalStructure skewed = SLAB.tilted(0.2, -0.1).structure();
    TestGrids grid = TestGrids.of(skewed, 12, 12, 48);
    Found found = read(text(grid, 12, 12, stated(skewed.lattice(), 5), 5, new int[3]));
    assertThat(found.reject()).isNull();
    areVectors(found.structure().lattice(), skewed.lattice());
  }
}
