package io.github.epdi.levels;

import static io.github.epdi.levels.LevelsFixture.changed;
import static io.github.epdi.levels.LevelsFixture.head;
import static io.github.epdi.levels.LevelsFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.RejectCode;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real EIGENVAL, OUTCAR and vaspout.h5 do that a reader must not fall for. */
class VaspLevelsTrapsTest {
  private static final String EIGENVAL = text("EIGENVAL");
  private static final String OUTCAR = text("OUTCAR");

  @TempDir private Path folder;
  private LevelsFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new LevelsFixture(folder);
  }

  @Test
  void anEigenvalThatIsCutNamesWhatWasAnnouncedAndFound() {
    fixture.bad(
        head(EIGENVAL, 16),
        "4 bands at each of 2 k-points announced, found 1 whole k-points and the end of the file"
            + " (line 16)");
    fixture.bad(
        head(EIGENVAL, 12),
        "4 bands at each of 2 k-points announced, found 1 whole k-points and the end of the file"
            + " (line 12)");
    fixture.bad(
        EIGENVAL + "\n" + EIGENVAL,
        "nothing after 2 k-points, found \"3    3    1    2\" (line 20)");
  }

  @Test
  void energiesThatAreNoneAreBad() {
    for (String none : List.of("NaN", "********", "-3,300000", "Infinity", "1e999")) {
      fixture.bad(
          changed(EIGENVAL, "-3.300000", none),
          "a band's index, two energies and perhaps two occupations, as ISPIN is 2, found \"1  "
              + "       -3.500000       "
              + none
              + "   1.000000   1.000000\" (line 9)");
    }
  }

  @Test
  void twoSpinsNeedTwoEnergies() {
    fixture.bad(
        changed(EIGENVAL, "-1.200000       -1.000000", "-1.200000"),
        "a band's index, two energies and perhaps two occupations, as ISPIN is 2, found"
            + " \"2         -1.200000   1.000000   1.000000\" (line 10)");
    fixture.bad(
        EIGENVAL.replaceAll("(?m)^( +\\d +-?\\d+\\.\\d+) +\\S+( +\\S+) +\\S+$", "$1$2"),
        "two energies a band, as ISPIN is 2, found one energy and an occupation (line 18)");
    fixture.bad(
        changed(EIGENVAL, "    3    3    1    2", "    3    3    1    1"),
        "a band's index, its energy and perhaps its occupation, found \"1         -3.500000"
            + "       -3.300000   1.000000   1.000000\" (line 9)");
  }

  @Test
  void oldFilesHaveNoOccupations() {
    String old = EIGENVAL.replaceAll("(?m)^( +\\d +\\S+ +\\S+) +\\S+ +\\S+$", "$1");
    assertThat(fixture.read(old).spin()).isEqualTo(SpinTreatment.POLARIZED);
    assertThat(fixture.read(old).digest()).isEqualTo(fixture.read(EIGENVAL).digest());
  }

  /** One list of levels: the occupations tell whether a level holds one electron or two. */
  @Test
  void spinorsAreKnownByTheirOccupations() {
    String one =
        EIGENVAL
            .replaceAll("(?m)^( +\\d +-?\\d+\\.\\d+) +\\S+( +\\S+) +\\S+$", "$1$2")
            .replace("    3    3    1    2\n", "    3    3    1    1\n");
    assertThat(fixture.read(one.replace("      5      2      4", "      6      2      4")).spin())
        .isEqualTo(SpinTreatment.RESTRICTED);
    assertThat(fixture.read(one.replace("      5      2      4", "      3      2      4")).spin())
        .isEqualTo(SpinTreatment.SPINOR);
    String unoccupied =
        one.replaceAll("(?m)^( +\\d +-?\\d+\\.\\d+) +\\S+$", "$1")
            .replace("      5      2      4", "      3      2      4");
    fixture.bad(
        unoccupied,
        "occupations, without which 4 bands may hold one electron each or two (OUTCAR and"
            + " vasprun.xml tell), found none (line 18)");
    assertThat(
            fixture
                .read(unoccupied.replace("      3      2      4", "      6      2      4"))
                .spin())
        .as("fewer bands than electrons")
        .isEqualTo(SpinTreatment.RESTRICTED);
  }

  @Test
  void electronsOfAChargedCellHaveAFraction() {
    String charged =
        EIGENVAL.replaceAll("(?m)^(    3 .* )1.000000   0.000000$", "$10.600000   0.000000");
    assertThat(fixture.read(charged).electrons()).isCloseTo(4.6, within(1e-9));
    fixture.bad(
        changed(EIGENVAL, "      5      2      4", "      7      2      4"),
        "occupations of 7.0 electrons, found of 5.0 (line 18)");
  }

  @Test
  void fieldsMayTouch() {
    assertThat(
            fixture
                .read(changed(EIGENVAL, "-3.500000       -3.300000", "-3.500000-3.300000"))
                .energyEv(1, 0, 0))
        .isEqualTo(-3.3);
    assertThat(
            fixture
                .read(
                    changed(EIGENVAL, "    3    3    1    2\n", "1000010000    1    2\n")
                        .replace("      5      2      4", "    5    2    4"))
                .kpoints())
        .as("old headers have fields of 5")
        .isEqualTo(2);
    assertThat(
            fixture
                .read(
                    changed(EIGENVAL, "    4          6.5", "  ***          6.5")
                        .replace("    4          7.0", "  ***          7.0"))
                .energyEv(0, 1, 3))
        .as("an index of more digits than its field")
        .isEqualTo(7);
    fixture.bad(
        changed(EIGENVAL, "      5      2      4", "1000020000    4"),
        "4 bands at each of 20000 k-points announced, found 2 whole k-points and the end of the"
            + " file (line 18)");
    fixture.bad(
        changed(EIGENVAL, "      5      2      4", "      5  20000  40000"),
        "numbers of k-points and bands above 0, of 5 million levels at most, found"
            + " \"5  20000  40000\" (line 6)");
  }

  @Test
  void weightsAreNormalisedButNeverNegative() {
    ElectronicLevels levels =
        fixture.read(
            changed(EIGENVAL, "2.5000000E-01", "2.0000000E+00")
                .replace("7.5000000E-01", "6.0000000E+00"));
    assertThat(levels.weight(0)).isEqualTo(0.25);
    fixture.bad(
        changed(EIGENVAL, "  2.5000000E-01", " -2.5000000E-01"),
        "weights of 0 or more, found -0.25 (line 18)");
    fixture.bad(
        changed(EIGENVAL, "2.5000000E-01", "0.0000000E+00")
            .replace("7.5000000E-01", "0.0000000E+00"),
        "a k-point with a weight above 0, found none (line 18)");
    assertThat(fixture.read(changed(EIGENVAL, "2.5000000E-01", "0.0000000E+00")).weight(1))
        .isEqualTo(1);
  }

  @Test
  void anOutcarThatIsCutNamesWhatWasAnnouncedAndFound() {
    long tables = OUTCAR.lines().count();
    fixture.bad(
        head(OUTCAR, (int) tables - 4),
        "4 bands announced, at each of 2 k-points, found 3 at k-point 2 (line 87)");
    fixture.bad(
        head(OUTCAR, (int) tables - 9),
        "levels at 2 k-points announced of spin channel 2, found 1 k-point (line 82)");
    fixture.bad(
        head(OUTCAR, 17),
        "tables of band energies and occupations, found the end of the file" + " (line 17)");
  }

  @Test
  void theLastStepOfAnOutcarCounts() {
    assertThat(OUTCAR).contains("-3.0000");
    assertThat(fixture.read(OUTCAR).energyEv(0, 0, 0)).isEqualTo(-3.5);
  }

  @Test
  void anOutcarRepeatsSizesWithNothingBehind() {
    String again =
        changed(
            OUTCAR,
            "   ions per type",
            "   k-points           NKPTS =      2   k-points in BZ     NKDIM =      9   number of"
                + " bands    NBANDS=\n   ions per type");
    assertThat(fixture.read(again).digest()).isEqualTo(fixture.read(OUTCAR).digest());
  }

  @Test
  void settingsThatAreOnlyRepeatedDoNotCount() {
    String asked =
        changed(
            OUTCAR,
            "complex\n",
            "complex\n   ISPIN = 1\n   NELECT = 4\n   LNONCOLLINEAR = .TRUE.\n   NBANDS = 3\n");
    assertThat(fixture.read(asked).digest()).isEqualTo(fixture.read(OUTCAR).digest());
  }

  @Test
  void quasiparticleTablesArePassedOver() {
    String more =
        OUTCAR
            + " k-point   1 :       0.0000    0.0000    0.0000\n"
            + "  band No.  KS-energies  QP-energies   sigma(KS)   V_xc(KS)     occupation\n\n"
            + "      1      -7.0000      -7.5000      -8.0000      -8.1000       1.0000\n";
    assertThat(fixture.read(more).digest()).isEqualTo(fixture.read(OUTCAR).digest());
  }

  @Test
  void weightsOfThreeDigitsAreTakenFromTheMeshWhereItIsThere() {
    String mesh =
        changed(
            changed(OUTCAR, "     0.250\n", "     0.333\n").replace("     0.750\n", "     0.667\n"),
            " k-points in rec",
            """
             Subroutine IBZKPT returns following result:
             ===========================================

            Found      2 irreducible k-points:

            Following reciprocal coordinates:
                       Coordinates               Weight
             0.000000  0.000000  0.000000      1.000000
             0.333333  0.000000  0.000000      2.000000

             k-points in rec\
            """);
    assertThat(fixture.read(mesh).weight(0)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(fixture.read(mesh.replace("2.000000\n", "3.000000\n")).weight(0))
        .as("another mesh")
        .isCloseTo(0.333, within(1e-12));
  }

  @Test
  void aFermiEnergyOfAnotherRunIsAMismatch() {
    for (double fermi : new double[] {0.5, 1.8}) {
      String line = String.format(Locale.ROOT, " E-fermi : %8.4f", fermi);
      fixture
          .rejects(changed(OUTCAR, " E-fermi :   1.1500", line), RejectCode.LEVELS_MISMATCH)
          .hasMessageEndingWith(
              ": expected a Fermi energy between 0.9000 and 1.4000 eV, where counting 5.0000"
                  + " electrons puts it, found %.4f eV",
              fermi);
    }
    String near = changed(OUTCAR, " E-fermi :   1.1500", " E-fermi :   1.6900");
    assertThat(fixture.read(near).fermiEnergyEv()).isEqualTo(1.69);
    fixture.bad(
        changed(OUTCAR, " E-fermi :   1.1500", " E-fermi : ********"),
        "a Fermi energy, found \"E-fermi : ********     XC(G=0):  -4.2000     alpha+bet : -3...."
            + "\" (line 56)");
  }

  @Test
  void anHdf5FileWithoutLevelsOrWithoutAWholeOneIsBad() throws IOException {
    Path empty = folder.resolve("empty.h5");
    try (WritableHdfFile out = HdfFile.write(empty)) {
      out.putDataset("version", 6);
    }
    fixture
        .rejects(Files.readAllBytes(empty), RejectCode.LEVELS_BAD)
        .hasMessageEndingWith(
            ": expected the data set results/electron_eigenvalues/nelectrons, found none");
    byte[] whole = Files.readAllBytes(fixture.vaspout());
    fixture.rejects(java.util.Arrays.copyOf(whole, 600), RejectCode.LEVELS_BAD);
  }
}
