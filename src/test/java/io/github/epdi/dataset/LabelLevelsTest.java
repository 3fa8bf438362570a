package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetRequest.LabelSource;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.SourceFileValue;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The columns of labels that tell of the slab's electronic levels. */
@ExtendWith(SparkExtension.class)
class LabelLevelsTest {
  private static final double KT_EV = 8.617333262e-5 * 1000;

  @TempDir private Path root;

  private Path slab;

  @BeforeEach
  void makeFolders() throws IOException {
    VaspFolders folders = new VaspFolders(root, VaspFolders.doped());
    slab = folders.slab("m");
    folders.run("m/on-metal", folders.withLithium(0, 0), Settings.relaxed(-103));
    AdsorptionSite hollow = folders.graph().hollows().get(0);
    folders.run(
        "m/on-hollow", folders.withLithium(hollow.u(), hollow.v()), Settings.relaxed(-102.9));
  }

  private List<LabelRow> ofRuns(SparkSession spark) throws IOException {
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.rejects()).isEmpty();
    assertThat(found.labels()).hasSize(2);
    return found.labels();
  }

  private LabelRow ofTable(SparkSession spark) throws IOException {
    Path csv = root.resolve("labels.csv");
    Files.writeString(csv, "material_id,kind,frac_a,frac_b,energy\nm,T,0,0,-2.5\n");
    LevelOfTheory theory = new LevelOfTheory("code", "PBE", null, "Gamma", null, "Li", "bcc", null);
    LabelSource source =
        new LabelSource(csv.toString(), "energy", root.toString(), "{material_id}/LOCPOT", theory);
    ImportedDataset found = Imports.of(root).table(source).withoutRoots().run(spark);
    assertThat(found.labels()).hasSize(1);
    return found.labels().get(0);
  }

  private double vacuumEv() {
    String grid = slab.resolve("LOCPOT").toString();
    return new GridFiles(new Configuration(false))
        .read(grid, TestGrids.request(Side.TOP))
        .accepted()
        .potential(Side.TOP)
        .vacuumLevelEv();
  }

  /**
   * A flat band of room for two at 1 eV takes q electrons: the chemical potential for n of them is
   * 1 eV + kT ln(n / (2 - n)). Without them it is in the middle of the gap.
   */
  private void assertColumns(LabelRow label) {
    double added = 4 / 9.0;
    double mean = 0;
    for (int i = 0; i < 10; i++) {
      double n = added * (i + 0.5) / 10;
      mean += (1 + KT_EV * Math.log(n / (2 - n))) / 10;
    }
    double vacuum = vacuumEv();
    assertThat(label.levels().electronAffinityEv()).isCloseTo(vacuum - mean, within(1e-6));
    assertThat(label.levels().workFunctionEv()).isCloseTo(vacuum + 0.5, within(1e-3));
    assertThat(label.levels().gapEv()).isCloseTo(3, within(1e-9));
    assertThat(label.flags()).isEmpty();
  }

  @Test
  void everyLabelTellsOfItsSlabsLevels(SparkSession spark) throws IOException {
    List<LabelRow> labels = ofRuns(spark);
    labels.forEach(this::assertColumns);
    assertThat(labels.get(0).source().sources())
        .extracting(SourceFileValue::role)
        .containsExactly("contcar", "outcar", "grid", "contcar", "outcar");
    LabelRow label = ofTable(spark);
    assertColumns(label);
    assertThat(label.convergence()).isNull();
    assertThat(label.source().sources())
        .extracting(SourceFileValue::role)
        .containsExactly("table", "grid", "levels");
    assertThat(label.source().sources().get(2).uri()).endsWith("m/OUTCAR");
  }

  @Test
  void withoutAFileOfLevelsThereIsNothingToSay(SparkSession spark) throws IOException {
    Files.delete(slab.resolve("OUTCAR"));
    LabelRow label = ofTable(spark);
    assertThat(label.levels()).isNull();
    assertThat(label.flags()).isEmpty();
    assertThat(label.convergence()).isNull();
    assertThat(label.source().sources())
        .extracting(SourceFileValue::role)
        .containsExactly("table", "grid");
  }

  private static void assertUnusable(LabelRow label, String... words) {
    assertThat(label.levels()).isNull();
    assertThat(label.flags()).containsExactly("levels_unusable");
    assertThat(label.convergence().remarks()).singleElement().asString().contains(words);
    assertThat(label.source().sources()).extracting(SourceFileValue::role).doesNotContain("levels");
  }

  @Test
  void aDamagedFileIsAFlagAndNoReject(SparkSession spark) throws IOException {
    Files.writeString(slab.resolve("EIGENVAL"), "none of that\n");
    String[] words = {"LEVELS_BAD: Cannot read the levels of ", "m/EIGENVAL", "found none of them"};
    ofRuns(spark).forEach(label -> assertUnusable(label, words));
    assertUnusable(ofTable(spark), words);
  }

  @Test
  void levelsOfAnotherRunAreAFlag(SparkSession spark) throws IOException {
    String outcar = Files.readString(slab.resolve("OUTCAR"));
    String other = outcar.replaceFirst("(?m)^   ions per type = .*$", "   ions per type = 1 3 8 1");
    assertThat(other).isNotEqualTo(outcar);
    Files.writeString(slab.resolve("OUTCAR"), other);
    assertUnusable(ofTable(spark), "LEVELS_MISMATCH", "expected the grid's 12 atoms, found 13");
  }

  @Test
  void tooFewBandsAreAFlag(SparkSession spark) throws IOException {
    String outcar = Files.readString(slab.resolve("OUTCAR"));
    Files.writeString(
        slab.resolve("OUTCAR"),
        outcar
            .replace("NBANDS=      4", "NBANDS=      3")
            .replace("      4      9.0000       0.00000\n", ""));
    ofRuns(spark).forEach(label -> assertUnusable(label, "LEVELS_TOO_FEW", "NBANDS in INCAR"));
  }
}
