package io.github.epdi.structure;

import static io.github.epdi.structure.Element.Mo;
import static io.github.epdi.structure.Element.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has metals and chalcogens, and vacuum above, but no surface in two directions. */
class OtherSurfacesTest {
  private static final TestSlabs SHEET = TestSlabs.twoH(Mo, S).supercell(1, 0, 1, 2);

  /** The same atoms in a cell with vectors that are longer by some Angstrom. */
  private static TestSlabs apart(TestSlabs sheet, double alongA, double alongB) {
    CrystalStructure s = sheet.structure();
    double[][] rows = s.lattice().rows();
    double[] extra = {alongA, alongB, 0};
    for (int v = 0; v < 3; v++) {
      double length = Math.sqrt(Lattice.dot(rows[v], rows[v]));
      for (int x = 0; x < 3; x++) {
        rows[v][x] *= 1 + extra[v] / length;
      }
    }
    Lattice lattice = Lattice.of(rows);
    List<Atom> atoms = new ArrayList<>();
    for (Atom atom : s.atoms()) {
      double[] r = s.lattice().cartesian(atom.fa(), atom.fb(), atom.fc());
      double[] f = lattice.fractional(r[0], r[1], r[2]);
      atoms.add(new Atom(atom.element(), f[0], f[1], f[2]));
    }
    return TestSlabs.of(new CrystalStructure(lattice, atoms));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void aRibbonNamesItsGap(Side side) {
    TestSlabs ribbon = apart(SHEET.supercell(2, 2), 0, 9);
    assertThatThrownBy(() -> ribbon.graph(side))
        .isInstanceOf(RejectException.class)
        .hasMessageContaining("side " + side.label())
        .hasMessageContaining("a ribbon or tube with a gap of")
        .hasMessageContaining("Angstrom along b")
        .extracting(e -> ((RejectException) e).reject().code())
        .isEqualTo(RejectCode.SURFACE_DEFECT);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,2", "4,1"})
  void aFlakeIsNoSheet(int n, int m) {
    assertThatThrownBy(() -> apart(SHEET.supercell(n, m), 8, 8).graph(Side.TOP))
        .isInstanceOf(RejectException.class)
        .hasMessageContaining("a flake with a gap of");
  }

  @Test
  void aRibbonAcrossBothAxesNamesItsRows() {
    TestSlabs ribbon = apart(SHEET.supercell(2, 2), 0, 9).supercell(1, 1, 0, 1);
    assertThatThrownBy(() -> ribbon.graph(Side.TOP))
        .isInstanceOf(RejectException.class)
        .hasMessageContaining("a ribbon or tube with a gap of");
    TestSlabs relabelled = apart(SHEET.supercell(2, 2), 0, 9).supercell(1, 0, 1, 1);
    assertThatThrownBy(() -> relabelled.graph(Side.TOP))
        .isInstanceOf(RejectException.class)
        .hasMessageContaining("along b");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 2.0, 3.0, 4.0, 5.0, 6.0})
  void rowsThatAreTooFarApartAreNoSheetAtAnyDistance(double gap) {
    assertThatThrownBy(() -> apart(SHEET.supercell(2, 2), 0, gap).graph(Side.TOP))
        .isInstanceOf(RejectException.class)
        .extracting(e -> ((RejectException) e).reject().code())
        .isEqualTo(RejectCode.SURFACE_DEFECT);
  }

  @Test
  void hopsOfASheetAreOfLikeLength() {
    for (TestSlabs sheet : List.of(SHEET, SHEET.supercell(3, 2), TestSlabs.dimerised())) {
      assertThat(sheet.graph(Side.TOP).hops()).isNotEmpty();
    }
  }

  @Test
  void aTubeNamesTheGapBesideIt() {
    List<Atom> atoms = new ArrayList<>();
    Lattice cell = Lattice.of(new double[][] {{3.16, 0, 0}, {0, 24, 0}, {0, 0, 24}});
    int n = 8;
    for (int i = 0; i < n; i++) {
      add(atoms, cell, Mo, i % 2 * 1.58, 4.0, 2 * Math.PI * i / n);
      add(atoms, cell, S, (i + 1) % 2 * 1.58, 5.6, 2 * Math.PI * i / n);
      add(atoms, cell, S, (i + 1) % 2 * 1.58, 2.6, 2 * Math.PI * i / n);
    }
    TestSlabs tube = TestSlabs.of(new CrystalStructure(cell, atoms));
    assertThatThrownBy(() -> tube.graph(Side.TOP))
        .isInstanceOf(RejectException.class)
        .hasMessageMatching("(?s).*gap of 1[0-9.]+ Angstrom along b.*");
  }

  private static void add(
      List<Atom> atoms, Lattice cell, Element element, double x, double radius, double angle) {
    double[] f = cell.fractional(x, 12 + radius * Math.cos(angle), 12 + radius * Math.sin(angle));
    atoms.add(new Atom(element, f[0], f[1], f[2]));
  }
}
