package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.AdsorptionSite;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids that begin elsewhere than their cell, hold a part of it, or repeat their ends. */
class GridPlacementTest extends GridFixture {
  private static final double BOHR = 0.529177210903;
  private static final TestSlabs DOPED =
      TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3).replaced(Element.Mo, 4, Element.Ti);

  /** The grid of the same slab with points that begin (i, j, k) steps from the corner. */
  private static TestGrids rolled(CrystalStructure s, int n, int nz, int i, int j, int k) {
    TestGrids still = TestGrids.of(s, n, n, nz);
    return TestGrids.of(
        s,
        n,
        n,
        nz,
        (a, b, c) ->
            still.value(
                (int) Math.rint(a * n) + i,
                (int) Math.rint(b * n) + j,
                (int) Math.rint(c * nz) + k));
  }

  private static double[] origin(CrystalStructure s, int n, int nz, int i, int j, int k) {
    return s.lattice().cartesian((double) i / n, (double) j / n, (double) k / nz);
  }

  private static String at(String cube, double[] origin) {
    String[] counts = line(cube, 3).strip().split("\\s+", -1);
    return withLine(
        cube,
        3,
        String.format(
            Locale.ROOT,
            "%5s %16.9f %16.9f %16.9f",
            counts[0],
            origin[0] / BOHR,
            origin[1] / BOHR,
            origin[2] / BOHR));
  }

  @ParameterizedTest
  @CsvSource({"4,0,0", "0,5,0", "-4,-4,-6", "0,0,20", "7,-9,31"})
  void sitesAndLevelsDoNotDependOnTheOrigin(int i, int j, int k) {
    CrystalStructure s = DOPED.structure();
    TestGrids moved = rolled(s, 18, 48, i, j, k);
    double[] origin = origin(s, 18, 48, i, j, k);
    Found still = read(TestGrids.of(s, 18, 18, 48).cube());
    Found cube = read(at(moved.cube(), origin));
    String zero = "  0.0  0.0  0.0";
    String place =
        String.format(Locale.ROOT, "  %.9f  %.9f  %.9f", origin[0], origin[1], origin[2]);
    Found xsf = read(moved.xsf().replaceFirst(zero, place));
    for (Found found : List.of(cube, xsf)) {
      assertThat(found.reject()).isNull();
      for (Side side : Side.values()) {
        List<AdsorptionSite> sites = found.graphs().get(side).all();
        List<AdsorptionSite> expected = still.graphs().get(side).all();
        for (int n = 0; n < expected.size(); n++) {
          assertThat(sites.get(n).id()).isEqualTo(expected.get(n).id());
          assertThat(sites.get(n).u()).isCloseTo(expected.get(n).u(), within(1.01e-4));
          assertThat(sites.get(n).v()).isCloseTo(expected.get(n).v(), within(1.01e-4));
          assertThat(sites.get(n).anchorAngstrom())
              .isCloseTo(expected.get(n).anchorAngstrom(), within(1e-6));
        }
        assertThat(found.vacuum().get(side).levelEv())
            .isCloseTo(still.vacuum().get(side).levelEv(), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"24,48", "0,24", "20,44", "28,48", "10,26"})
  void aBoxAboutAPartOfTheSlabNamesAnAtomOutside(int from, int to) {
    CrystalStructure s = SLAB.structure();
    String box = box(s, GRIDS, from, to);
    for (Side side : Side.values()) {
      Found found = read(box, TestGrids.request(side));
      assertThat(found.reject().code())
          .isIn(RejectCode.CELL_MISMATCH, RejectCode.NO_VACUUM, RejectCode.NOT_A_TMD);
      if (found.reject().code() == RejectCode.CELL_MISMATCH) {
        assertThat(found.reject().message()).contains("(atom ").contains("outside");
      }
    }
  }

  /** The cube of a part of the points along c, with all atoms. */
  private static String box(CrystalStructure s, TestGrids grids, int from, int to) {
    double[][] rows = s.lattice().rows();
    double part = (double) (to - from) / grids.nz();
    for (int x = 0; x < 3; x++) {
      rows[2][x] *= part;
    }
    Lattice cell = Lattice.of(rows);
    List<Atom> atoms = new ArrayList<>();
    for (Atom a : s.atoms()) {
      atoms.add(new Atom(a.element(), a.fa(), a.fb(), a.fc() / part));
    }
    CrystalStructure boxed = new CrystalStructure(cell, atoms);
    TestGrids cut =
        TestGrids.of(
            boxed,
            12,
            12,
            to - from,
            (a, b, c) ->
                grids.value(
                    (int) Math.rint(a * 12),
                    (int) Math.rint(b * 12),
                    from + (int) Math.rint(c * (to - from))));
    return at(cut.cube(), s.lattice().cartesian(0, 0, (double) from / grids.nz()));
  }

  @Test
  void aBoxAboutAPrimitiveCellOfAllAtomsNamesOneThatLiesOnAnother() {
    TestSlabs one = TestSlabs.twoH(Element.Mo, Element.S);
    CrystalStructure many = one.supercell(3, 3).structure();
    List<Atom> atoms = new ArrayList<>();
    for (Atom a : many.atoms()) {
      atoms.add(new Atom(a.element(), 3 * a.fa(), 3 * a.fb(), a.fc()));
    }
    TestGrids grids = TestGrids.of(one.structure(), 8, 8, 48);
    TestGrids listed =
        TestGrids.of(
            new CrystalStructure(one.structure().lattice(), atoms),
            8,
            8,
            48,
            (a, b, c) ->
                grids.value(
                    (int) Math.rint(a * 8), (int) Math.rint(b * 8), (int) Math.rint(c * 48)));
    Found found = read(listed.cube());
    assertThat(found.reject().code()).isEqualTo(RejectCode.CELL_MISMATCH);
    assertThat(found.reject().message()).contains("a copy of it 0.00 Angstrom from");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void atomsThatWereNotWrappedAreAcceptedWhereTheBoxIsTheCell(int reach) {
    CrystalStructure s = TestSlabs.of(SLAB.structure()).shifted(0, 0, 0.5).structure();
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < s.atoms().size(); i++) {
      Atom a = s.atoms().get(i);
      double c = a.fc() > 0.5 ? a.fc() - 1 : a.fc();
      atoms.add(new Atom(a.element(), a.fa() + i % reach - 1, a.fb() - i % 2 * reach, c));
    }
    TestGrids grids = TestGrids.of(new CrystalStructure(s.lattice(), atoms), 12, 12, 48);
    Found found = read(grids.cube());
    assertThat(found.reject()).isNull();
    assertThat(found.graphs().get(Side.TOP).bridges()).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource({"1,8,48", "1,10,50", "2,12,48", "3,12,40"})
  void repeatedEndPointsAreDropped(int n, int points, int nz) {
    CrystalStructure s = TestSlabs.twoH(Element.Mo, Element.S).supercell(n, n).structure();
    TestGrids grids = TestGrids.of(s, points, points, nz);
    Found found = read(longer(s, grids, points + 1, nz + 1, points, nz).cube());
    Found still = read(grids.cube());
    assertThat(found.reject()).isNull();
    assertThat(found.flags()).contains("repeated_ends_dropped");
    assertThat(found.header().nx()).isEqualTo(points);
    assertThat(found.header().ny()).isEqualTo(points);
    assertThat(found.header().nz()).isEqualTo(nz);
    assertThat(found.structure().lattice().component(0, 0))
        .isCloseTo(s.lattice().component(0, 0), within(1e-6));
    assertThat(found.vacuum().get(Side.TOP).levelEv())
        .isCloseTo(still.vacuum().get(Side.TOP).levelEv(), within(1e-8));
    assertThat(found.statistics().mean()).isCloseTo(still.statistics().mean(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1,8,48", "1,24,48", "2,12,48", "3,12,40"})
  void aStepOfOnePointTooFewIsAMismatch(int n, int points, int nz) {
    CrystalStructure s = TestSlabs.twoH(Element.Mo, Element.S).supercell(n, n).structure();
    TestGrids grids = TestGrids.of(s, points, points, nz);
    String text = longer(s, grids, points, nz, points - 1, nz - 1).cube();
    assertThat(code(text)).isEqualTo(RejectCode.CELL_MISMATCH);
    assertThat(code(text.substring(0, text.length() / 2))).isEqualTo(RejectCode.CELL_MISMATCH);
    assertThat(read(text, toTheEnd()).reject().code()).isEqualTo(RejectCode.CELL_MISMATCH);
  }

  /** The points of a grid, wrapped, in a cell that is longer by the ratio of points to steps. */
  private static TestGrids longer(
      CrystalStructure s, TestGrids grids, int points, int nz, int steps, int stepsC) {
    double[][] rows = s.lattice().rows();
    for (int x = 0; x < 3; x++) {
      rows[0][x] *= (double) points / steps;
      rows[1][x] *= (double) points / steps;
      rows[2][x] *= (double) nz / stepsC;
    }
    Lattice cell = Lattice.of(rows);
    List<Atom> atoms = new ArrayList<>();
    for (Atom a : s.atoms()) {
      double[] r = s.lattice().cartesian(a.fa(), a.fb(), a.fc());
      double[] f = cell.fractional(r[0], r[1], r[2]);
      atoms.add(new Atom(a.element(), f[0], f[1], f[2]));
    }
    return TestGrids.of(
        new CrystalStructure(cell, atoms),
        points,
        points,
        nz,
        (a, b, c) ->
            grids.value(
                (int) Math.rint(a * points), (int) Math.rint(b * points), (int) Math.rint(c * nz)));
  }

  @Test
  void aCellThinnerThanAnAtomIsNoCell() {
    String tiny = GRIDS.locpot().replaceFirst("1\\.00000000000000", "0.00001000000000");
    assertThat(code(tiny)).isEqualTo(RejectCode.BAD_CELL);
    assertThat(reject(tiny).message()).contains("between opposite faces");
  }
}
