package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SharedData;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of levels, against numbers that were worked out from them with numpy and h5py. */
class RealLevelsTest {
  private final LevelsFiles files = new LevelsFiles(new Configuration(false));

  /** The last column: digits of the file's energies decide how far it can agree, eV. */
  @ParameterizedTest
  @CsvSource({
    "graphene (five files), graphene/EIGENVAL, EIGENVAL, 2, 1e-6",
    "graphene (five files), graphene/vaspout.h5, VASPOUT, C2, 1e-6",
    "graphene (five files), graphene/vasprun.xml, VASPRUN, C2, 5.1e-5",
    "graphene (five files), graphene/OUTCAR, OUTCAR, C2, 5.1e-5",
    "nitric_oxide-polarized, nitric_oxide-polarized/EIGENVAL, EIGENVAL, 2, 1e-6",
    "nitric_oxide-polarized, nitric_oxide-polarized/vaspout.h5, VASPOUT, NO, 1e-6",
    "nitric_oxide-polarized, nitric_oxide-polarized/vasprun.xml, VASPRUN, NO, 5.1e-5",
    "nitric_oxide-polarized, nitric_oxide-polarized/OUTCAR, OUTCAR, NO, 5.1e-5",
    "nitric_oxide-spin-orbit, nitric_oxide-spin-orbit/EIGENVAL, EIGENVAL, 2, 1e-6",
    "nitric_oxide-spin-orbit, nitric_oxide-spin-orbit/vaspout.h5, VASPOUT, NO, 1e-6",
    "nitric_oxide-spin-orbit, nitric_oxide-spin-orbit/vasprun.xml, VASPRUN, NO, 5.1e-5",
    "nitric_oxide-spin-orbit, nitric_oxide-spin-orbit/OUTCAR, OUTCAR, NO, 5.1e-5",
    "qe/data-file-schema.xml.gz, qe/data-file-schema.xml.gz, QUANTUM_ESPRESSO, Al14O2, 1e-6",
    "pymatgen/EIGENVAL.gz, pymatgen/EIGENVAL.gz, EIGENVAL, 4, 1e-6",
    "pymatgen/EIGENVAL.ispin2.gz, pymatgen/EIGENVAL.ispin2.gz, EIGENVAL, 240, 1e-6",
    "pymatgen/EIGENVAL_separate_spins.gz, pymatgen/EIGENVAL_separate_spins.gz, EIGENVAL, 78, 1e-6",
    "own-cp2k-kpoints/MoS2-1x1.out, own-cp2k-kpoints/MoS2-1x1.out, CP2K, MoS2, 1e-6"
  })
  void saysWhatTheFileSays(
      String key, String name, LevelsFormat format, String atoms, double toleranceEv)
      throws IOException {
    JsonNode expected =
        new ObjectMapper()
            .readTree(SharedData.path("real-levels/reference.json").toFile())
            .get(key);
    ElectronicLevels levels = read("real-levels/" + name);
    assertThat(levels.format()).isEqualTo(format);
    assertThat(levels.electrons()).isEqualTo(expected.get("electrons").asDouble());
    assertThat(levels.spin().channels()).isEqualTo(expected.get("spin_channels").asInt());
    assertThat((double) levels.spin().electronsPerLevel())
        .isEqualTo(expected.get("electrons_per_state").asDouble());
    assertThat(levels.kpoints()).isEqualTo(expected.get("kpoints").asInt());
    assertThat(levels.bands(0)).isEqualTo(expected.get("bands").asInt());
    assertThat(TestLevels.formula(levels.atoms())).isEqualTo(atoms);
    JsonNode fermi = expected.get("fermi_energy_ev");
    if (format == LevelsFormat.EIGENVAL) {
      assertThat(levels.fermiEnergyEv()).as("EIGENVAL has no Fermi energy").isNull();
    } else {
      assertThat(levels.fermiEnergyEv()).isCloseTo(fermi.asDouble(), within(1e-6));
    }
    assertThat(TestLevels.lowest(levels))
        .isCloseTo(expected.get("lowest_ev").asDouble(), within(toleranceEv));
    assertThat(TestLevels.highest(levels))
        .isCloseTo(expected.get("highest_ev").asDouble(), within(toleranceEv));
    ElectronCount count = new ElectronCount(levels);
    double own = count.chemicalPotentialEv(levels.electrons());
    double reference = expected.get("chemical_potential_ev").asDouble();
    if (gapIsWide(name)) {
      assertThat(TestLevels.electronsAt(levels, reference))
          .as("inside a gap of 6 eV doubles cannot tell chemical potentials from each other")
          .isCloseTo(levels.electrons(), within(1e-9));
    } else {
      assertThat(own).isCloseTo(reference, within(toleranceEv));
    }
    assertThat(TestLevels.electronsAt(levels, own)).isCloseTo(levels.electrons(), within(1e-9));
    boolean ninth = expected.has("mean_chemical_potential_of_one_ninth_added_ev");
    double mean =
        ElectronUptake.meanChemicalPotentialEv(count, levels.electrons(), ninth ? 1.0 / 9 : 0.1);
    String key2 =
        ninth
            ? "mean_chemical_potential_of_one_ninth_added_ev"
            : "mean_chemical_potential_of_0_1_added_ev";
    assertThat(mean).isCloseTo(expected.get(key2).asDouble(), within(toleranceEv));
  }

  private static boolean gapIsWide(String name) {
    return name.equals("pymatgen/EIGENVAL.gz") || name.equals("pymatgen/EIGENVAL.ispin2.gz");
  }

  @Test
  void aBandThatIsNotEmptyIsTold() {
    ElectronicLevels levels = read("real-levels/qe/data-file-schema.xml.gz");
    assertThatThrownBy(() -> ElectronUptake.of(levels, 0.1))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_TOO_FEW))
        .hasMessageEndingWith(
            "data-file-schema.xml.gz: expected the highest band empty (below 0.001) with 54.1"
                + " electrons, found it filled to 0.0042 at a k-point; more bands are needed: nbnd"
                + " in &SYSTEM");
  }

  @Test
  void severalKpointsWithoutWeightsAreNotGuessed() {
    assertThatThrownBy(() -> read("real-levels/own-cp2k-kpoints/no-weights.out"))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_BAD))
        .hasMessageContaining(
            "expected the weights of 9 k-points (lines BRILLOUIN|, printed with PRINT_LEVEL"
                + " MEDIUM), found none (line 4");
  }

  @Test
  void anOutputWithoutTablesSaysWhatToPrint() {
    assertThatThrownBy(() -> read("real-levels/cp2k-2025/cp2k_2025_output"))
        .hasMessageEndingWith(
            "cp2k_2025_output: expected tables MO| of eigenvalues (&PRINT &MO with EIGENVALUES and"
                + " OCCUPATION_NUMBERS in &DFT), found none in the run from line 4 on");
  }

  @Test
  void aPrimitiveCellOfKpointsIsAsItsSupercellAtGamma() {
    ElectronicLevels primitive = read("real-levels/own-cp2k-kpoints/MoS2-1x1.out");
    ElectronAffinity small = ElectronAffinity.of(primitive, 5.380235, 1.0 / 9);
    assertThat(small.workFunctionEv()).isCloseTo(4.948555, within(1e-6));
    assertThat(small.affinityEv()).isCloseTo(4.320454, within(1e-6));
    ElectronicLevels supercell = read("dft2/MoS2-pristine.out");
    ElectronAffinity large = ElectronAffinity.of(supercell, 5.380235, 1);
    assertThat(large.affinityEv()).isCloseTo(small.affinityEv(), within(1e-3));
    assertThat(large.workFunctionEv()).isCloseTo(small.workFunctionEv(), within(1e-3));
    assertThat(large.gapEv()).isCloseTo(small.gapEv(), within(1e-3));
  }

  private ElectronicLevels read(String name) {
    return files.read(SharedData.path(name).toString()).levels();
  }
}
