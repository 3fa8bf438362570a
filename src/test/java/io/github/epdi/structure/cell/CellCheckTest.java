package io.github.epdi.structure.cell;

import static io.github.epdi.structure.Element.Mo;
import static io.github.epdi.structure.Element.S;
import static io.github.epdi.structure.Element.Ti;
import static io.github.epdi.structure.Element.W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.TestSlabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cell against metal-metal distances across its boundary. */
class CellCheckTest {
  /** The same Cartesian positions in a cell whose axis is longer by some Angstrom. */
  private static CrystalStructure stretched(CrystalStructure s, int axis, double extra) {
    double[][] rows = s.lattice().rows();
    double length = Math.sqrt(Lattice.dot(rows[axis], rows[axis]));
    for (int x = 0; x < 3; x++) {
      rows[axis][x] *= 1 + extra / length;
    }
    Lattice lattice = Lattice.of(rows);
    List<Atom> atoms = new ArrayList<>();
    for (Atom a : s.atoms()) {
      double[] r = s.lattice().cartesian(a.fa(), a.fb(), a.fc());
      double[] f = lattice.fractional(r[0], r[1], r[2]);
      atoms.add(new Atom(a.element(), f[0], f[1], f[2]));
    }
    return new CrystalStructure(lattice, atoms);
  }

  @ParameterizedTest
  @CsvSource({"3,3,0", "3,3,1", "2,2,0", "4,4,1", "6,6,0", "1,3,1", "2,1,0", "1,3,0", "3,1,1"})
  void aCellThatIsTooLongIsNamed(int n, int m, int axis) {
    CrystalStructure slab = TestSlabs.twoH(Mo, S).supercell(n, m).structure();
    for (double extra : new double[] {0.118, -0.09, 0.236}) {
      assertThatThrownBy(() -> CellCheck.of(stretched(slab, axis, extra)))
          .isInstanceOf(RejectException.class)
          .hasMessageContaining("Cannot use the cell along " + "ab".charAt(axis))
          .extracting(e -> ((RejectException) e).reject().code())
          .isEqualTo(RejectCode.CELL_MISMATCH);
    }
    assertThat(CellCheck.of(stretched(slab, axis, 0.02))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"1,8", "1,12", "1,32", "1,50", "2,8", "2,16", "3,8", "3,12", "3,24", "5,20"})
  void aStepOfOnePointTooFewIsNamedInAnyCell(int n, int points) {
    for (TestSlabs slab : List.of(TestSlabs.twoH(Mo, S), TestSlabs.oneT(Ti, S))) {
      TestSlabs whole = slab.supercell(n, n);
      for (TestSlabs start : List.of(whole, whole.shifted(0.3, 0.7, 0), whole.tilted(0.4, 0.1))) {
        CrystalStructure right = start.structure();
        double excess = n * TestSlabs.A / (points - 1);
        CrystalStructure long1 = stretched(stretched(right, 0, excess), 1, excess);
        assertThatThrownBy(() -> CellCheck.of(long1))
            .isInstanceOf(RejectException.class)
            .extracting(e -> ((RejectException) e).reject().code())
            .isEqualTo(RejectCode.CELL_MISMATCH);
        assertThat(CellCheck.of(right)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.08, -0.03, 0.02, 0.05, 0.1})
  void strainIsNoMismatch(double strain) {
    for (int n = 1; n <= 3; n++) {
      CrystalStructure s = TestSlabs.twoH(Mo, S).supercell(n, n).structure();
      double[][] rows = s.lattice().rows();
      for (double[] row : rows) {
        row[0] *= 1 + strain;
      }
      assertThat(CellCheck.of(new CrystalStructure(Lattice.of(rows), s.atoms()))).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,UNVERIFIED", "2,2,VERIFIED", "3,3,VERIFIED", "2,1,VERIFIED"})
  void rightCellsPass(int n, int m, CellCheck expected) {
    TestSlabs slab = TestSlabs.oneT(Ti, S).supercell(n, m);
    assertThat(CellCheck.of(slab.structure())).isEqualTo(expected);
    assertThat(CellCheck.of(slab.swapped().tilted(0.3, 0.3).structure())).isEqualTo(expected);
  }

  @Test
  void unverifiedIsSaid() {
    assertThat(CellCheck.of(TestSlabs.twoH(Mo, S).structure()).label()).isEqualTo("unverified");
    assertThat(CellCheck.VERIFIED.label()).isEqualTo("verified");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void relaxedDopedCellsPassWhereverTheOriginIs(long seed) {
    TestSlabs slab = TestSlabs.twoH(Mo, S).supercell(3, 3).replaced(Mo, 0, W).noisy(0.01, seed);
    assertThat(CellCheck.of(slab.structure())).isEqualTo(CellCheck.VERIFIED);
    assertThat(CellCheck.of(slab.shifted(0.1 * seed, 0.99, 0.5).structure()))
        .isEqualTo(CellCheck.VERIFIED);
    assertThatThrownBy(() -> CellCheck.of(stretched(slab.structure(), 0, 0.118)))
        .isInstanceOf(RejectException.class);
  }

  @ParameterizedTest
  @CsvSource({"3,0.03", "3,0.1", "3,0.2", "4,0.2", "6,0.1"})
  void scatterOfTheAtomsIsNoMismatch(int n, double noise) {
    Random random = new Random(20);
    TestSlabs ideal = TestSlabs.twoH(Mo, S).supercell(n, n);
    for (int i = 0; i < 20; i++) {
      assertThat(CellCheck.of(ideal.noisy(noise, random.nextLong()).structure())).isNotNull();
    }
  }

  @Test
  void pairsAboveEachOtherSayNothingAboutTheLateralCell() {
    Lattice fcc = Lattice.of(new double[][] {{0, 1.8, 1.8}, {1.8, 0, 1.8}, {1.8, 1.8, 0}});
    CrystalStructure nickel = new CrystalStructure(fcc, List.of(new Atom(Element.Ni, 0, 0, 0)));
    assertThat(CellCheck.of(nickel)).isEqualTo(CellCheck.UNVERIFIED);
    CrystalStructure noMetal = new CrystalStructure(fcc, List.of(new Atom(Element.C, 0, 0, 0)));
    assertThat(CellCheck.of(noMetal)).isEqualTo(CellCheck.UNVERIFIED);
    TestSlabs bilayer = TestSlabs.twoH(Mo, S).bilayer(6.15, 0.3, 0.1);
    assertThat(CellCheck.of(bilayer.structure())).isEqualTo(CellCheck.UNVERIFIED);
  }

  @Test
  void dimerisedRowsAreNoMismatch() {
    for (int n = 1; n <= 3; n++) {
      for (int m = 1; m <= 2; m++) {
        TestSlabs slab = TestSlabs.dimerised().supercell(n, m);
        assertThat(CellCheck.of(slab.structure())).isNotNull();
        assertThat(CellCheck.of(slab.shifted(0.3, 0.4, 0).structure())).isNotNull();
      }
    }
  }
}
