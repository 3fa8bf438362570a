package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetRequest.LabelSource;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.dataset.DatasetTable;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DatasetWriterTest {
  private static final LevelOfTheory THEORY =
      new LevelOfTheory("code", "PBE", null, "Gamma", null, "Li", "bcc", null);

  @TempDir private Path root;

  private ImportedDataset calculations(SparkSession spark) throws IOException {
    VaspFolders folders = new VaspFolders(root.resolve("runs"), VaspFolders.doped());
    folders.slab("m");
    new NebFolder(folders, "m/neb").overFirstHop();
    folders.run("m/off", folders.withLithium(0.08, 0.04), Settings.relaxed(-103));
    return Imports.of(root.resolve("runs")).run(spark);
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  @Test
  void whatIsWrittenIsReadBackAndByTheTrainingsTable(SparkSession spark) throws IOException {
    ImportedDataset dataset = calculations(spark);
    Path out = root.resolve("data");
    new DatasetWriter(spark).write(dataset, hadoop(out));

    DatasetTableFiles files = new DatasetTableFiles(spark, out.toString());
    assertThat(files.labels()).isEqualTo(dataset.labels());
    assertThat(files.neb()).isEqualTo(dataset.neb());
    assertThat(spark.read().parquet(out + "/rejects").count()).isEqualTo(1);

    List<Label> labels = new LabelTable(spark).read(out + "/labels", "binding_energy_ev");
    assertThat(labels).hasSize(3);
    for (int i = 0; i < 3; i++) {
      LabelRow row = dataset.labels().get(i);
      assertThat(labels.get(i).siteId()).isEqualTo(row.siteId());
      assertThat(labels.get(i).energyEv()).isEqualTo(row.energy().bindingEnergyEv());
      assertThat(labels.get(i).fracA()).isEqualTo(row.ion().fracA());
      assertThat(labels.get(i).kind()).isEqualTo(SiteKind.valueOf(row.site().kind()));
      assertThat(labels.get(i).side()).isEqualTo(Side.TOP);
      assertThat(labels.get(i).gridUri()).isEqualTo(row.source().gridUri());
    }
    LevelOfTheory theory = LevelOfTheoryFile.read(out.resolve("level-of-theory.yaml"));
    assertThat(theory).isEqualTo(dataset.theory());
    assertThat(theory.functional()).isEqualTo("PBE");
    assertThat(theory.labelKind()).isEqualTo("neb saddle, relaxed");
  }

  @Test
  void theFilesDescribeTheirColumns(SparkSession spark) throws IOException {
    Path out = root.resolve("data");
    new DatasetWriter(spark).write(calculations(spark), hadoop(out));
    for (DatasetTable<?> table : DatasetTable.all()) {
      var schema = spark.read().parquet(out + "/" + table.name()).schema();
      for (var field : table.schema().fields()) {
        assertThat(schema.apply(field.name()).metadata()).isEqualTo(field.metadata());
      }
    }
  }

  @Test
  void itIsThereWholeOrNotAtAll(SparkSession spark) throws IOException {
    Path out = Files.createDirectory(root.resolve("data"));
    ImportedDataset dataset =
        new ImportedDataset(List.of(), List.of(), List.of(), THEORY, List.of());
    assertThatThrownBy(() -> new DatasetWriter(spark).write(dataset, hadoop(out)))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("it exists; give another name");
    Files.delete(out);
    LabelRow bad = calculations(spark).labels().get(0);
    ImportedDataset broken =
        new ImportedDataset(List.of(bad), List.of(), List.of(), null, List.of());
    assertThatThrownBy(() -> new DatasetWriter(spark).write(broken, hadoop(out)))
        .isInstanceOf(NullPointerException.class);
    try (Stream<Path> left = Files.list(root)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("runs");
    }
  }

  @Test
  void aTableOfLabelsBecomesTheSameDataSet(SparkSession spark) throws IOException {
    VaspFolders folders = new VaspFolders(root.resolve("grids"), VaspFolders.doped());
    folders.slab("MoS2-Ti");
    Path csv =
        Files.writeString(
            root.resolve("labels.csv"),
            """
            material_id,kind,frac_a,frac_b,energy
            MoS2-Ti,T,0.001,1.0,-2.5
            MoS2-Ti,,0.08,0.04,-2.4
            other,T,0,0,-2.3
            MoS2-Ti,T,0.5,0,-2500
            """);
    LabelSource source =
        new LabelSource(
            csv.toString(),
            "energy",
            root.resolve("grids").toString(),
            "{material_id}/LOCPOT",
            THEORY);
    ImportedDataset found =
        Imports.of(root.resolve("none")).table(source).withoutRoots().run(spark);
    assertThat(found.labels()).hasSize(1);
    LabelRow label = found.labels().get(0);
    assertThat(label.siteId()).isEqualTo("T0");
    assertThat(label.energy().bindingEnergyEv()).isEqualTo(-2.5);
    assertThat(label.energy().origin()).isEqualTo("table");
    assertThat(label.source().sourceUri()).endsWith("labels.csv#row=1");
    assertThat(label.source().gridUri()).endsWith("MoS2-Ti/LOCPOT");
    assertThat(label.ion().siteDistanceAngstrom()).isCloseTo(0.00636, within(1e-4));
    assertThat(found.theory()).isEqualTo(THEORY);
    assertThat(found.rejectCounts())
        .containsEntry("UNUSABLE_LABEL", 1L)
        .containsEntry("IMPLAUSIBLE", 1L)
        .containsEntry("MISSING_FILE", 2L);
    assertThat(found.rejects())
        .filteredOn(reject -> reject.code().equals("IMPLAUSIBLE"))
        .singleElement()
        .satisfies(reject -> assertThat(reject.sourceUri()).endsWith("labels.csv#row=4"))
        .satisfies(
            reject ->
                assertThat(reject.reason())
                    .isEqualTo(
                        "Cannot import it: expected a binding energy of -12 to +3 eV, found"
                            + " -2500.0000 eV"));
  }

  @Test
  void severalLevelsOfTheoryAreSaidToBeMixed(SparkSession spark) throws IOException {
    VaspFolders folders = new VaspFolders(root, VaspFolders.doped());
    for (int i = 1; i <= 2; i++) {
      String cutoff = i + "00.0";
      folders.slab("m" + i, Settings.single(-100).with("ispin", "" + i).with("encut", cutoff));
      folders.run(
          "m" + i + "/li",
          folders.withLithium(0, 0),
          Settings.relaxed(-103).with("ispin", "" + i).with("encut", cutoff));
    }
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.theory().spin()).isEqualTo("mixed: polarised; restricted");
    assertThat(found.warnings())
        .containsExactly(
            "The data set is of several levels of theory: spin mixed: polarised; restricted",
            "The data set is of several levels of theory: basis mixed: 100 eV; 200 eV");
  }

  @Test
  void anotherFolderIsNoDataSet(SparkSession spark) {
    assertThatThrownBy(() -> new DatasetTableFiles(spark, root.toString()).neb())
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("expected a folder neb in it (epdi dataset writes one), found none");
  }
}
