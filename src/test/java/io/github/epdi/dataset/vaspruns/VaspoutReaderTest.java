package io.github.epdi.dataset.vaspruns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.text.StorageInput;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vaspout.h5 as VASP 6.5 writes it, which says how its electrons ended. */
class VaspoutReaderTest {
  private static final String POTCAR =
      "  PAW_PBE Mo_sv 02Feb2006\n   VRHFIN =Mo: 4s4p5s4d\n   LEXCH  = PE\n"
          + "   TITEL  = PAW_PBE Mo_sv 02Feb2006\n"
          + "   POMASS =   95.940; ZVAL   =   14.000    mass and valenz\n"
          + "   ENMAX  =  242.676; ENMIN  =  182.007 eV\n"
          + "  PAW_PBE S 06Sep2000\n   VRHFIN =S : s2p4\n   LEXCH  = PE\n"
          + "   TITEL  = PAW_PBE S 06Sep2000\n"
          + "   POMASS =   32.066; ZVAL   =    6.000    mass and valenz\n"
          + "   ENMAX  =  258.689; ENMIN  =  194.016 eV\n";

  @TempDir private Path folder;

  /** Writes a file whose last electronic step has a number, and reads it. */
  private VaspOutput read(double notConverged, double steps, double lastChange) throws IOException {
    Path path = folder.resolve("vaspout.h5");
    Files.deleteIfExists(path);
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup version = file.putGroup("version");
      version.putDataset("major", 6);
      version.putDataset("minor", 5);
      version.putDataset("patch", 1);
      WritableGroup input = file.putGroup("input");
      WritableGroup incar = input.putGroup("incar");
      incar.putDataset("LDIPOL", 1);
      incar.putDataset("SIGMA", 0.05);
      incar.putDataset("ISMEAR", 0);
      WritableGroup mesh = input.putGroup("kpoints");
      mesh.putDataset("mode", new String[] {"g"});
      mesh.putDataset("nkpx", 3);
      mesh.putDataset("nkpy", 3);
      mesh.putDataset("nkpz", 1);
      input.putGroup("potcar").putDataset("content", new String[] {POTCAR});
      WritableGroup dynamics = file.putGroup("intermediate").putGroup("ion_dynamics");
      dynamics.putDataset("energies", new double[][] {{-21.5, -21.48, -21.49}});
      dynamics.putDataset(
          "energies_tags",
          new String[] {"free energy    TOTEN", "energy without entropy", "energy(sigma->0)"});
      dynamics.putDataset("lattice_vectors", new double[][][] {{{3, 0, 0}, {0, 3, 0}, {0, 0, 20}}});
      dynamics.putDataset(
          "position_ions", new double[][][] {{{0, 0, 0.5}, {0.5, 0.5, 0.6}, {0.5, 0.5, 0.4}}});
      dynamics.putDataset("forces", new double[][][] {{{0, 0, 0.1}, {0, 0, 0.2}, {0, 0, -0.3}}});
      dynamics.putDataset(
          "oszicar",
          new double[][] {{1, -20, -20, -20, 99, 1, 1}, {steps, -21, lastChange, -1, 99, 1, 1}});
      dynamics.putDataset("electronic_step_converged", new double[][] {{notConverged}});
      WritableGroup positions = file.putGroup("results").putGroup("positions");
      positions.putDataset("number_ion_types", new int[] {1, 2});
      positions.putDataset("position_ions", new double[][] {{0, 0, 0.5}});
    }
    org.apache.hadoop.fs.Path stored = new org.apache.hadoop.fs.Path(path.toUri());
    try (FSDataInputStream in = stored.getFileSystem(new Configuration()).open(stored)) {
      StoredHdf5 opened = StoredHdf5.open(new StorageInput(in, Files.size(path)));
      return VaspoutReader.read(opened, Unverified.REJECT);
    }
  }

  @Test
  void itsLastStepIsRead() throws IOException {
    VaspOutput output = read(0, 14, -3e-5);
    output.requireConverged();
    assertThat(output.remarks()).isEmpty();
    assertThat(output.version()).isEqualTo("6.5.1");
    assertThat(output.energiesEv())
        .containsEntry(EnergyKind.FREE, -21.5)
        .containsEntry(EnergyKind.SIGMA0, -21.49);
    assertThat(output.last().lastChangeEv()).isCloseTo(3e-5, within(1e-12));
    assertThat(output.electronicSteps()).isEqualTo(14);
    assertThat(output.atoms()).isEqualTo(3);
    assertThat(output.positions().get(1))
        .containsExactly(new double[] {1.5, 1.5, 12}, within(1e-9));
    assertThat(output.forces().get(2)).containsExactly(0, 0, -0.3);
    assertThat(output.species())
        .extracting(PotcarSpecies::title)
        .containsExactly("PAW_PBE Mo_sv 02Feb2006", "PAW_PBE S 06Sep2000");
    assertThat(output.species()).extracting(PotcarSpecies::count).containsExactly(1, 2);
    assertThat(VaspTheory.of(output).cutoff()).as("the largest ENMAX").isEqualTo("258.689 eV");
    assertThat(VaspTheory.of(output).functional()).isEqualTo("PBE");
    assertThat(VaspTheory.of(output).kPoints()).isEqualTo("3x3x1");
    assertThat(VaspTheory.of(output).remarked()).containsEntry("LDIPOL", "T");
  }

  @Test
  void electronsThatDidNotConvergeAreSeen() throws IOException {
    assertThatThrownBy(read(1, 60, -3e-5)::requireConverged)
        .isInstanceOfSatisfying(
            UnusableException.class, e -> assertThat(e.code()).isEqualTo("UNCONVERGED"));
    assertThat(read(0, 1, -21).last().lastChangeEv()).as("one step has no change").isNull();
  }
}
