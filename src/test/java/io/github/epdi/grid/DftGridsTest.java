package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SharedData;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CP2K's own cubes. */
class DftGridsTest {
  private final GridFiles files = new GridFiles(new Configuration(false));

  @ParameterizedTest
  @CsvSource({"MoS2-pristine, Mo9S18, 3", "NbS2-Ti, Nb8TiS18, 13", "TiS2-V, Ti8VS18, 13"})
  void areScreenable(String material, String formula, int unique) {
    Found found = read("dft2/" + material + ".cube.gz");
    assertThat(found.reject()).isNull();
    assertThat(found.structure().formula()).isEqualTo(formula);
    assertThat(found.unit()).isEqualTo(EnergyUnit.HARTREE);
    assertThat(found.sign()).isEqualTo(PotentialSign.ELECTRON);
    assertThat(found.cellCheck()).isEqualTo("verified");
    SurfaceGraph top = found.graphs().get(Side.TOP);
    int sites = 0;
    for (SiteKind kind : SiteKind.values()) {
      sites += top.uniqueCount(kind);
    }
    assertThat(sites).isEqualTo(unique);
    assertThat(found.vacuum().get(Side.TOP).levelEv()).isBetween(4.0, 6.0);
    assertThat(found.vacuum().get(Side.TOP).flatnessEv()).isLessThan(1e-4);
  }

  /** Only the first set has such a file. */
  @Test
  void oneThatSkipsPointsHasNotItsCell() {
    Found found = read("dft/strided/MoS2-Ti.cube.gz");
    assertThat(found.reject().code()).isEqualTo(RejectCode.CELL_MISMATCH);
    assertThat(found.grid()).isNull();
  }

  private Found read(String name) {
    return new Found(files.read(SharedData.path(name).toString(), TestGrids.request()));
  }
}
