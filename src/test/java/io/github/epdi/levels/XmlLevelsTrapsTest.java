package io.github.epdi.levels;

import static io.github.epdi.levels.LevelsFixture.changed;
import static io.github.epdi.levels.LevelsFixture.head;
import static io.github.epdi.levels.LevelsFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.RejectCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What vasprun.xml and data-file-schema.xml do, or somebody with them. */
class XmlLevelsTrapsTest {
  private static final String VASPRUN = text("vasprun.xml");
  private static final String SCHEMA = text("data-file-schema.xml");

  @TempDir private Path folder;
  private LevelsFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new LevelsFixture(folder);
  }

  @Test
  void documentTypesAreRefused() {
    String declared = "<?xml version=\"1.0\"?>\n<!DOCTYPE modeling [\n";
    String bomb =
        declared
            + " <!ENTITY a \"aaaaaaaaaa\">\n"
            + " <!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n]>\n<modeling>&b;</modeling>\n";
    fixture.bad(bomb, "XML without a document type declaration, found one (line 2)");
    String outside = declared + " <!ENTITY a SYSTEM \"file:///etc/hostname\">\n]>\n";
    fixture.bad(
        outside + "<modeling>&a;</modeling>\n",
        "XML without a document type declaration, found one (line 2)");
    fixture.rejects(changed(VASPRUN, "      5.00000000</i>", "&five;</i>"), RejectCode.LEVELS_BAD);
  }

  @Test
  void nestingIsBounded() {
    String deep = "<?xml version=\"1.0\"?>\n<modeling>" + "<a>".repeat(100_000);
    fixture.bad(deep, "at most 64 nested elements, found more (line 2)");
  }

  @Test
  void whatAParserKeepsIsBounded() {
    fixture.bad(
        changed(VASPRUN, "<generator>", "<generator name=\"" + "x".repeat(70_000) + "\">"),
        "tags and comments of at most 65536 bytes, found a longer one (line 3)");
    fixture.bad(
        changed(VASPRUN, "<generator>", "<!-- > " + "x> ".repeat(70_000) + "--><generator>"),
        "tags and comments of at most 65536 bytes, found a longer one (line 3)");
    fixture.bad(
        changed(VASPRUN, "<generator>", "<![CDATA[ > " + "x> ".repeat(70_000) + "]]><generator>"),
        "tags and comments of at most 65536 bytes, found a longer one (line 3)");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      names.append("<n").append(i).append("/>");
    }
    fixture.bad(
        changed(VASPRUN, "<generator>", names + "<generator>"),
        "at most 2000 names, found more (line 3)");
    fixture.bad(
        changed(VASPRUN, "      5.00000000</i>", " 5".repeat(3_000_000) + "</i>"),
        "texts of at most 4194304 characters, found a longer one (line 19)");
  }

  @Test
  void commentsAndSectionsAreNoMatter() {
    String commented =
        changed(VASPRUN, "<generator>", "<!-- a --- > b --><?what ever?><generator>")
            .replace("a --- >", "a - >");
    assertThat(fixture.read(commented).digest()).isEqualTo(fixture.read(VASPRUN).digest());
    String section = changed(VASPRUN, "      5.00000000</i>", "<![CDATA[ 5.0 ]]></i>");
    assertThat(fixture.read(section).digest()).isEqualTo(fixture.read(VASPRUN).digest());
  }

  @Test
  void otherEncodingsThanOfOneByteAreRefused() {
    fixture
        .rejects(
            ("<modeling>" + VASPRUN.substring(VASPRUN.indexOf("<modeling>") + 10))
                .replace("vasp ", "vasp\0")
                .getBytes(StandardCharsets.ISO_8859_1),
            RejectCode.LEVELS_BAD)
        .hasMessageContaining("XML of one byte a character, found a byte of 0");
  }

  @Test
  void aCutVasprunNamesTheLine() {
    fixture
        .rejects(head(VASPRUN, 60), RejectCode.LEVELS_BAD)
        .hasMessageContaining(": expected a whole XML file, found \"XML document structures must")
        .hasMessageEndingWith(" (line 61)");
  }

  @Test
  void kpointsAnnouncedAndFoundAreNamed() {
    fixture.bad(
        changed(VASPRUN, "      0.75000000 </v>\n", "      0.50000000 </v>\n   <v> 0.25 </v>\n"),
        "levels at 3 k-points announced of spin channel 1, found 2 k-points (line 72)");
    fixture.bad(
        changed(VASPRUN, "NBANDS\">     4", "NBANDS\">     5"),
        "5 bands announced, found 4 (line 49)");
    fixture.bad(
        changed(VASPRUN, "       <r>    6.5000   0.0000 </r>\n", ""),
        "4 bands announced, found 3 (line 48)");
    fixture.bad(
        changed(VASPRUN, "       <r>    7.0000   0.0000 </r>\n", ""),
        "4 bands at k-point 2, found 3 bands (line 54)");
    fixture.bad(
        changed(VASPRUN, "varray name=\"weights\"", "varray name=\"others\""),
        "the weights of the k-points, found none (line 71)");
    fixture.bad(
        changed(VASPRUN, "ISPIN\">     2", "ISPIN\">     1"),
        "levels of 1 spin channels, found 2 (line 71)");
    fixture.bad(
        changed(VASPRUN, "<r>   -1.2000", "<r> ********"),
        "energy and occupation of a band, found \"********\" (line 46)");
    fixture.bad(
        changed(VASPRUN, "      5.00000000</i>", "nan</i>"),
        "a number of electrons, found \"nan\" (line 19)");
  }

  /** As after KPOINTS_OPT and with LVEL: before, in, and behind the calculation. */
  @Test
  void otherKpointsAreNotTaken() {
    String weights = "<varray name=\"weights\"><v> 1.0 </v></varray>";
    String levels =
        VASPRUN.substring(
            VASPRUN.indexOf("   <array>\n    <field>eigene"), VASPRUN.indexOf("  </eigenvalues>"));
    String other = levels.replace("-3.5", "-8.5");
    String inside =
        "  <electronvelocities><kpoints>"
            + weights
            + "</kpoints></electronvelocities>\n"
            + "  <eigenvalues_kpoints_opt comment=\"kpoints_opt\"><kpoints>"
            + weights
            + "</kpoints><eigenvalues>"
            + other
            + "</eigenvalues></eigenvalues_kpoints_opt>\n"
            + "  <eigenvalues comment=\"kpoints_opt\">"
            + other
            + "</eigenvalues>\n"
            + "  <dos comment=\"kpoints_opt\"><i name=\"efermi\"> 9.0 </i></dos>\n"
            + "  <projected><eigenvalues>"
            + other
            + "</eigenvalues></projected>\n";
    String digest = fixture.read(VASPRUN).digest();
    assertThat(
            fixture
                .read(changed(VASPRUN, " </calculation>\n", inside + " </calculation>\n"))
                .digest())
        .isEqualTo(digest);
    assertThat(fixture.read(changed(VASPRUN, "</modeling>", inside + "</modeling>")).digest())
        .isEqualTo(digest);
  }

  @Test
  void theLastCalculationCounts() {
    int from = VASPRUN.indexOf(" <calculation>");
    String calculation = VASPRUN.substring(from, VASPRUN.indexOf("</modeling>"));
    String earlier = calculation.replace("-3.5", "-4.5").replace("1.15", "1.20");
    String both = VASPRUN.substring(0, from) + earlier + calculation + "</modeling>\n";
    assertThat(fixture.read(both).digest()).isEqualTo(fixture.read(VASPRUN).digest());
    String without = VASPRUN.substring(0, from) + calculation + " <calculation/>\n</modeling>\n";
    fixture.bad(without, "eigenvalues of the last calculation, found none");
  }

  @Test
  void spinorsHoldOneElectron() {
    String spinors =
        changed(VASPRUN, "ISPIN\">     2", "ISPIN\">     1")
            .replace("LNONCOLLINEAR\"> F", "LNONCOLLINEAR\"> T")
            .replaceAll("(?s)     <set comment=\"spin 2\">.*?     </set>\n(?=    </set>)", "")
            .replace("5.00000000", "2.00000000")
            .replace("1.15", "-0.50");
    assertThat(fixture.read(spinors).spin()).isEqualTo(SpinTreatment.SPINOR);
  }

  @Test
  void aSchemaSaysWhatIsMissing() {
    fixture.bad(
        changed(SCHEMA, "achieved>true", "achieved>false"),
        "a converged run, found convergence_achieved = false");
    fixture.bad(
        changed(SCHEMA, "<nks>2", "<nks>3"), "levels at 3 k-points announced, found 2 (line 46)");
    fixture.bad(
        changed(SCHEMA, " weight=\"0.2500\"", ""),
        "the weight of a k-point, found \"none\" (line 26)");
    fixture.bad(
        changed(SCHEMA, "<nelec>5.0</nelec>", ""), "a number of electrons, found none (line 46)");
  }

  @Test
  void aSchemaWithoutSpinHoldsTwoElectronsALevel() {
    String restricted =
        changed(SCHEMA, "<lsda>true", "<lsda>false")
            .replaceFirst("<fermi_energy>.*</fermi_energy>", "");
    ElectronicLevels levels = fixture.read(restricted);
    assertThat(levels.spin()).isEqualTo(SpinTreatment.RESTRICTED);
    assertThat(levels.bands(0)).isEqualTo(8);
    assertThat(levels.fermiEnergyEv()).isNull();
    String spinors = changed(restricted, "<noncolin>false", "<noncolin>true");
    assertThat(fixture.read(spinors).spin()).isEqualTo(SpinTreatment.SPINOR);
  }
}
