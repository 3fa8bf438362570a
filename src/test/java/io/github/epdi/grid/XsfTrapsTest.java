package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XsfTrapsTest extends GridFixture {
  /** The slab lies across the boundary: in flat vacuum a last plane equals the first anyway. */
  private static final TestGrids WRAPPED =
      TestGrids.of(SLAB.shifted(0, 0, 0.45).structure(), 12, 12, 48);

  @ParameterizedTest
  @CsvSource({"1,1,1", "0,0,0", "1,0,0", "0,1,0", "0,0,1", "1,1,0", "1,0,1", "0,1,1"})
  void repeatedLastPointsAreDroppedAxisByAxis(int a, int b, int c) {
    Found found = read(WRAPPED.xsfHeader() + WRAPPED.xsfGrid("3D_PWSCF", a, b, c));
    assertThat(found.reject()).isNull();
    GridHeader header = found.header();
    assertThat(new int[] {header.nx(), header.ny(), header.nz()}).containsExactly(12, 12, 48);
    assertThat(found.flags().contains("xsf_not_repeated")).isEqualTo(a + b + c < 3);
    Found whole = read(WRAPPED.xsf());
    assertThat(found.statistics().mean()).isCloseTo(0, within(1e-9));
    assertThat(found.statistics().firstPlaneMean())
        .isCloseTo(whole.statistics().firstPlaneMean(), within(1e-13));
    assertThat(found.statistics().min()).isEqualTo(whole.statistics().min());
    assertThat(found.statistics().max()).isEqualTo(whole.statistics().max());
    assertThat(found.grid().plane(8)).isEqualTo(whole.grid().plane(8));
    assertThat(found.vacuum()).isEqualTo(whole.vacuum());
  }

  /** Both ends in flat vacuum are equal whatever the writer does: the other axes tell. */
  @Test
  void aRealPlaneIsNotDroppedBecauseBothEndsAreFlat() {
    Found repeated = read(GRIDS.xsf());
    Found found = read(GRIDS.xsfHeader() + GRIDS.xsfGrid("3D_PWSCF", 0, 0, 0));
    assertThat(found.reject()).isNull();
    assertThat(found.header().nz()).isEqualTo(48);
    assertThat(found.header().nx()).isEqualTo(12);
    assertThat(found.flags()).contains("xsf_not_repeated");
    assertThat(found.vacuum()).isEqualTo(repeated.vacuum());
    assertThat(found.grid().plane(34)).isEqualTo(repeated.grid().plane(34));
    assertThat(repeated.header().nz()).isEqualTo(48);
    assertThat(repeated.flags()).doesNotContain("xsf_not_repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ATOMS", "CRYSTAL", "SLAB", "POLYMER", "MOLECULE", "# only a remark"})
  void filesMayBeginWithAnyKeyword(String keyword) {
    String atoms =
        GRIDS
            .xsf()
            .replaceFirst("(?s)^.*PRIMCOORD\\n.*?\\n", "ATOMS\n")
            .replace("\nMo ", "\n42 ")
            .replace("\nS  ", "\n16 ");
    String text = keyword.equals("ATOMS") ? atoms : keyword + "\n" + atoms;
    Found found = read(text);
    assertThat(found.header().format()).isEqualTo(GridFormat.XSF);
    assertThat(found.reject()).isNull();
    assertThat(found.structure().formula()).isEqualTo("Mo4S8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ATOMS", "CRYSTAL", "SLAB", "MOLECULE", "Slab"})
  void aKeywordAsATitleMakesNoXsf(String title) {
    assertThat(read(GRIDS.titled(title).locpot()).header().format()).isEqualTo(GridFormat.VASP);
    String cube = GRIDS.cubeHeader(title + "\nPWSCF\n", 1) + GRIDS.cubeValues(13.605693122994);
    assertThat(read(cube).header().format()).isEqualTo(GridFormat.CUBE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "Gh", "Bq", "0", "X1", "Gh(Mo)", "ghost"})
  void ghostsAreNoElements(String ghost) {
    Found found = read(GRIDS.xsf().replaceFirst("\nMo ", "\n" + ghost + " "), toTheEnd());
    assertThat(found.reject().code()).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(found.reject().message())
        .contains("expected a chemical element, found \"" + ghost + "\", a ghost or dummy atom, (");
    assertThat(found.statistics()).isNotNull();
  }

  @Test
  void almostEqualEndsAreNotRepeated() {
    String[] lines = GRIDS.xsf().split("\n", -1);
    int last = lines.length - 4;
    double range = GRIDS.value(0, 0, 0) - GRIDS.value(0, 0, 24);
    HeaderLine values = new HeaderLine(lines[last], last);
    double corner = HeaderLine.number(values.words().get(values.size() - 1));
    lines[last] = lines[last].stripTrailing().replaceAll("\\S+$", "" + (corner + 1e-5 * range));
    Found found = read(String.join("\n", lines));
    assertThat(found.header().nz()).isEqualTo(49);
    assertThat(found.flags()).contains("xsf_not_repeated");
    lines[last] = lines[last].stripTrailing().replaceAll("\\S+$", "" + (corner + 1e-9 * range));
    assertThat(read(String.join("\n", lines)).header().nz()).isEqualTo(48);
  }

  @Test
  void bothSpellingsOfTheKeywordAreRead() {
    String text =
        GRIDS
            .xsf()
            .replace("BLOCK_DATAGRID_3D", "BLOCK_DATAGRID3D")
            .replace("BEGIN_DATAGRID_3D_UNKNOWN", "DATAGRID_3D_UNKNOWN")
            .replace("END_DATAGRID_3D", "END_DATAGRID3D");
    assertThat(code(text)).isNull();
  }

  @Test
  void commentsBlankLinesAndInformationArePassed() {
    String text =
        GRIDS
            .xsf()
            .replace(
                " CRYSTAL",
                "\n# another\nBEGIN_INFO\n Fermi Energy: 1.0\nEND_INFO\nDIM-GROUP\n 2 1\n CRYSTAL")
            .replace(" PRIMCOORD", "\n#\nCONVVEC\n1 0 0\n0 1 0\n0 0 1\n PRIMCOORD");
    Found found = read(text);
    assertThat(found.reject()).isNull();
    assertThat(found.header().title()).contains("synthetic slab").contains("3D_PWSCF");
  }

  @Test
  void elementsAreSymbolsOrNumbers() {
    String text = GRIDS.xsf().replace("\nMo ", "\n42 ").replace("\nS  ", "\n16 ");
    assertThat(read(text).structure().formula()).isEqualTo("Mo4S8");
    assertThat(code(GRIDS.xsf().replace("\nMo ", "\nXy "))).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(code(GRIDS.xsf().replace("\nMo ", "\n0  "))).isEqualTo(RejectCode.UNKNOWN_ELEMENT);
  }

  @Test
  void forcesBehindPositionsAndAtomsWithoutCountAreRead() {
    String forces = GRIDS.xsf().replaceAll("(?m)^(Mo|S ) (.*)$", "$1 $2 0.1 0.2 0.3");
    assertThat(code(forces)).isNull();
    String atoms = GRIDS.xsf().replaceFirst(" PRIMCOORD\n.*\n", "ATOMS\n");
    assertThat(read(atoms).structure().formula()).isEqualTo("Mo4S8");
  }

  @Test
  void otherWritersNeedADeclaredUnit() {
    String text = GRIDS.xsfHeader() + GRIDS.xsfGrid("my_potential", 1, 1, 1);
    assertThat(code(text)).isEqualTo(RejectCode.UNIT_REQUIRED);
    PotentialConventions declared =
        conventions(EnergyUnit.RYDBERG, PotentialSign.AUTO, XcDeclaration.CHECK);
    Found found = read(text, declaring(declared));
    assertThat(found.reject()).isNull();
    assertThat(found.vacuum().get(Side.TOP).levelEv()).isCloseTo(GRIDS.planeMean(0), within(1e-4));
  }

  @Test
  void theGridMustSpanTheCell() {
    String text = GRIDS.xsf();
    int primitive = text.indexOf("PRIMVEC");
    String first = text.substring(primitive).lines().skip(1).findFirst().orElseThrow();
    Found found = read(text.replaceFirst(java.util.regex.Pattern.quote(first), "6.4 0.0 0.0"));
    assertThat(found.reject().code()).isEqualTo(RejectCode.CELL_MISMATCH);
    assertThat(found.reject().message()).contains("PRIMVEC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANIMSTEPS 3", "BEGIN_BLOCK_BANDGRID_3D", "nonsense"})
  void otherKeywordsAreNamed(String keyword) {
    Found found = read(GRIDS.xsf().replace(" PRIMCOORD", keyword + "\n PRIMCOORD"));
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(found.reject().message()).contains("\"" + keyword + "\"");
  }

  @Test
  void anEarlyEndIsTruncated() {
    String text = GRIDS.xsf();
    int end = text.indexOf("END_DATAGRID");
    String cut = text.substring(0, end - 400) + "\n" + text.substring(end);
    Found found = read(cut);
    assertThat(found.reject().code()).isEqualTo(RejectCode.TRUNCATED);
    assertThat(found.reject().message()).contains("END_DATAGRID");
  }
}
