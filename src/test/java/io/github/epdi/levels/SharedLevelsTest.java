package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own calculations, and the traps that were made from them. */
class SharedLevelsTest {
  private static final double VACUUM_EV = 5.380235;
  private static final double DIGITS_EV = 5e-4;

  private final LevelsFiles files = new LevelsFiles(new Configuration(false));

  /** One run, as each of these files tells it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "levels-01-eigenval-without-occupations/EIGENVAL",
        "levels-01-eigenval-without-occupations/EIGENVAL.old",
        "levels-02-outcar-nbands-empty/OUTCAR",
        "levels-03-vasprun-with-other-kpoints/vasprun.xml",
        "levels-05-cp2k-two-runs/run.out"
      })
  void isReadDespiteItsTrap(String name) {
    ElectronicLevels levels = read("cases/" + name);
    assertThat(levels.electrons()).isEqualTo(26);
    assertThat(levels.kpoints()).isEqualTo(5);
    assertThat(levels.spin()).isEqualTo(SpinTreatment.RESTRICTED);
    ElectronUptake uptake = ElectronUptake.of(levels, 1.0 / 9);
    assertThat(uptake.chemicalPotentialEv()).isCloseTo(0.4317, within(DIGITS_EV));
    assertThat(uptake.meanChemicalPotentialEv()).isCloseTo(1.0598, within(DIGITS_EV));
    ElectronAffinity affinity = uptake.at(VACUUM_EV);
    assertThat(affinity.workFunctionEv()).isCloseTo(4.9486, within(DIGITS_EV));
    assertThat(affinity.affinityEv()).isCloseTo(4.3205, within(DIGITS_EV));
  }

  @Test
  void aCutFileIsBadAndNamesTheLine() {
    assertThatThrownBy(() -> read("cases/levels-04-vasprun-cut/vasprun.xml"))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> {
              assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_BAD);
              assertThat(e.reject().line()).isEqualTo(124);
            })
        .hasMessageContaining("vasprun.xml: expected a whole XML file, found ")
        .hasMessageEndingWith(" (line 124)");
  }

  @Test
  void occupiedLevelsAloneAreTooFew() {
    ElectronicLevels levels = read("cases/levels-05-cp2k-two-runs/occupied-only.out");
    assertThatThrownBy(() -> ElectronAffinity.of(levels, VACUUM_EV, 1.0 / 9))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_TOO_FEW))
        .hasMessageEndingWith(
            "occupied-only.out: expected the highest band empty (below 0.001) with 26.1111"
                + " electrons, found room for 26 in all bands; more bands are needed: ADDED_MOS in"
                + " &SCF, with diagonalisation (OT has no empty levels)");
  }

  /** Columns: material, electrons, bands, Fermi energy, vacuum, mu, W, A. */
  @Test
  void everyMaterialHasItsAffinity() throws IOException {
    List<String> rows = Files.readAllLines(SharedData.path("dft2/levels.csv"));
    assertThat(rows).hasSizeGreaterThan(30);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      ElectronicLevels levels = read("dft2/" + cells[0] + ".out");
      assertThat(levels.electrons()).as(cells[0]).isEqualTo(Double.parseDouble(cells[1]));
      assertThat(levels.bands(0)).as(cells[0]).isEqualTo(Integer.parseInt(cells[2]));
      assertThat(levels.atoms().count()).as(cells[0]).isEqualTo(27);
      assertThat(levels.fermiEnergyEv())
          .as(cells[0])
          .isCloseTo(Double.parseDouble(cells[3]), within(1e-5));
      ElectronAffinity affinity = ElectronAffinity.of(levels, Double.parseDouble(cells[4]), 1);
      assertThat(affinity.workFunctionEv())
          .as(cells[0])
          .isCloseTo(Double.parseDouble(cells[6]), within(1e-4));
      assertThat(affinity.affinityEv())
          .as(cells[0])
          .isCloseTo(Double.parseDouble(cells[7]), within(1e-4));
    }
  }

  @Test
  void lieBesideTheirGrid() {
    String grid = SharedData.path("dft2/MoS2-Ti.cube.gz").toString();
    LevelsFile found = files.beside(grid, LevelsNames.DEFAULTS);
    assertThat(found.uri()).endsWith("dft2/MoS2-Ti.out");
    String locpot = SharedData.path("real-levels/graphene/LOCPOT.gz").toString();
    assertThat(files.beside(locpot, LevelsNames.DEFAULTS).uri()).endsWith("graphene/EIGENVAL");
  }

  private ElectronicLevels read(String name) {
    return files.read(SharedData.path(name).toString()).levels();
  }
}
