package io.github.epdi.levels;

import static io.github.epdi.levels.LevelsFixture.changed;
import static io.github.epdi.levels.LevelsFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real outputs of CP2K do. */
class Cp2kLevelsTrapsTest {
  private static final String RUN = text("cp2k.out");
  private static final String ENDED = "PROGRAM ENDED AT";

  @TempDir private Path folder;
  private LevelsFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new LevelsFixture(folder);
  }

  private static String other() {
    return RUN.replace("-3.500000", "-9.500000");
  }

  private String digest() {
    return fixture.read(RUN).digest();
  }

  @Test
  void theLastRunThatIsWholeAndConvergedCounts() {
    assertThat(fixture.read(other() + RUN).digest()).isEqualTo(digest());
    String unconverged = changed(other(), "SCF run converged", "SCF run NOT converged");
    assertThat(fixture.read(RUN + unconverged).digest()).isEqualTo(digest());
    assertThat(fixture.read(unconverged + RUN).digest()).isEqualTo(digest());
    String killed = other().substring(0, other().indexOf(ENDED));
    assertThat(fixture.read(RUN + killed).digest()).isEqualTo(digest());
    String early = RUN + other().substring(0, 300);
    assertThat(fixture.read(early).digest()).isEqualTo(digest());
    fixture.bad(
        killed.stripTrailing(),
        "a run that has ended and converged, found a run from line 1 on that has not ended (line"
            + " 80)");
    fixture.bad(
        unconverged,
        "a run that has ended and converged, found a run from line 1 on that has not converged"
            + " (line 80)");
  }

  @Test
  void theLastScfOfARunCounts() {
    int from = RUN.indexOf(" SCF WAVEFUNCTION");
    String scf = RUN.substring(from, RUN.indexOf("  **** **** ******  **  PROGRAM ENDED"));
    String relaxed = RUN.replace(scf, scf.replace("-3.500000", "-8.500000") + scf);
    assertThat(fixture.read(relaxed).digest()).isEqualTo(digest());
    String steps =
        RUN.replace(scf, scf.replace("NUMBERS FOR", "NUMBERS AFTER SCF STEP 3 FOR") + scf);
    assertThat(fixture.read(steps).digest()).isEqualTo(digest());
  }

  @Test
  void fewerTablesThanKpointsAreBad() {
    int from = RUN.indexOf(" MO| BETA EIGENVALUES AND OCCUPATION NUMBERS FOR K POINT 2");
    String fewer = RUN.substring(0, from) + RUN.substring(RUN.indexOf("  **** **** ******", from));
    fixture.bad(
        fewer, "levels at 2 k-points announced of spin channel 2, found 1 k-point (line 67)");
    fixture.bad(
        RUN.replaceAll(" BRILLOUIN.*\n", ""),
        "the weights of 2 k-points (lines BRILLOUIN|, printed with PRINT_LEVEL MEDIUM), found none"
            + " (line 72)");
    fixture.bad(
        changed(
            RUN,
            " BRILLOUIN|     2           0.75000        0.33333        0.00000"
                + "        0.00000\n",
            ""),
        "weights of 2 k-points announced, found 1 (line 76)");
    fixture.bad(
        changed(RUN, "     2           0.75000", "     2          ********"),
        "k-point 2 of 2 and its weight, found \"BRILLOUIN|     2          ********        0.33333"
            + "        0.0...\" (line 9)");
  }

  /** A k-point scheme GAMMA says "FOR K POINT 1", plain Gamma calculations say nothing. */
  @Test
  void oneTableIsTheGammaPoint() {
    String gamma =
        RUN.replaceAll(" BRILLOUIN.*\n", "")
            .replaceAll("(?s) MO\\| (ALPHA|BETA) [^\n]*K POINT 2\n.*?E\\(Fermi\\)[^\n]*\n", "");
    ElectronicLevels levels = fixture.read(gamma);
    assertThat(levels.kpoints()).isEqualTo(1);
    assertThat(levels.weight(0)).isEqualTo(1);
    assertThat(fixture.read(gamma.replace(" FOR K POINT 1", "")).digest())
        .isEqualTo(levels.digest());
  }

  @Test
  void spinUpAndDownMayHaveDifferentNumbersOfLevels() {
    String fewer = RUN.replaceAll("(?m)^ MO\\|      4 .* (6.8|7.2)00000 .*\n", "");
    ElectronicLevels levels = fixture.read(fewer);
    assertThat(levels.bands(0)).isEqualTo(4);
    assertThat(levels.bands(1)).isEqualTo(3);
  }

  @Test
  void emptyLevelsOfOtGoOnWhereTheOccupiedOnesEnd() {
    String table = " MO| ALPHA EIGENVALUES AND OCCUPATION NUMBERS FOR K POINT 1\n";
    int last = RUN.indexOf(" MO|      4", RUN.indexOf(table));
    String columns = " MO|\n MO|  Index      Eigenvalue [a.u.]   Eigenvalue [eV]   Occupation\n";
    String split =
        RUN.substring(0, last) + " MO| Sum: 3.000000\n" + table + columns + RUN.substring(last);
    assertThat(fixture.read(split).digest()).isEqualTo(digest());
  }

  @Test
  void aRangeOfLevelsDoesNotTellTheElectrons() {
    fixture.bad(
        RUN.replaceAll("(?m)^ MO\\|      1 .*\n", ""),
        "all levels from the first on (print key MO without MO_INDEX_RANGE), found level 2 as the"
            + " first one (line 46)");
    fixture.bad(
        RUN.replaceAll("(?m)^ MO\\|  Index .*\n", ""),
        "a table \"MO|  Index  Eigenvalue\" (print key MO without EIGENVECTORS), found \"MO|     "
            + " 1              -0.128623              -3.500000    ...\" (line 42)");
  }

  @Test
  void rowsThatAreNoneAreBad() {
    fixture.bad(
        changed(RUN, "              -3.500000", "                    NaN"),
        "index 1, eigenvalue and occupation of a level, found \"MO|      1              -0.128623"
            + "                    NaN    ...\" (line 43)");
    fixture.bad(
        RUN.replaceFirst("(?m)^ MO\\|      2 .*\n", ""),
        "index 2, eigenvalue and occupation of a level, found \"MO|      3               0.014700"
            + "               0.400000    ...\" (line 44)");
    fixture.bad(
        RUN.replaceAll("(?m)^ Number of electrons:.*\n", ""),
        "a number of electrons, found none (line 75)");
  }

  @Test
  void hartreeAloneIsEnough() {
    String hartree =
        RUN.replaceAll(" Eigenvalue \\[eV\\]", "")
            .replaceAll("(?m)^( MO\\| +\\d +\\S+) +\\S+( +\\S+)$", "$1$2");
    assertThat(fixture.read(hartree).energyEv(0, 0, 0)).isCloseTo(-3.5, within(2e-5));
  }

  @Test
  void theFermiEnergyMayBeThatOfTheTables() {
    String none = RUN.replaceAll("(?m)^  Fermi energy:.*\n", "");
    assertThat(fixture.read(none).fermiEnergyEv()).isCloseTo(1.15, within(2e-5));
    String each = none.replaceAll("(?m)^( MO\\| Sum: +2.*\n MO\\| E\\(Fermi\\): +)\\S+", "$10.0");
    assertThat(fixture.read(each).fermiEnergyEv()).as("one for each spin").isNull();
  }
}
