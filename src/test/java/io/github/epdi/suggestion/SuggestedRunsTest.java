package io.github.epdi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetImport;
import io.github.epdi.dataset.DatasetRequest;
import io.github.epdi.dataset.ImportedDataset;
import io.github.epdi.dataset.RunList;
import io.github.epdi.dataset.SuggestedRun;
import io.github.epdi.dataset.VaspFolders;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.dataset.cp2kruns.Cp2kRuns;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.VaspStructures;
import io.github.epdi.pes.Interval;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.dataset.LabelRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Folders that were written for two slabs of one formula, and what an import makes of them. */
@ExtendWith(SparkExtension.class)
class SuggestedRunsTest {
  private static final double RUN_EV = -103;

  @TempDir private Path root;

  private Path next;
  private VaspFolders finished;
  private RunFolders folders;
  private RankedSide one;
  private RankedSide other;

  /** The same formula in the same cell, the dopant in another place. */
  @BeforeEach
  void writeInputs() throws IOException {
    next = Files.createDirectory(root.resolve("next"));
    finished = new VaspFolders(root, VaspFolders.doped());
    folders = new RunFolders(next, Element.Li, options(IonHeight.FIXED));
    one = ranked("one", VaspFolders.doped());
    other = ranked("two", undoped().replaced(Element.Mo, 3, Element.Ti));
  }

  private static SuggestionOptions options(IonHeight height) {
    return new SuggestionOptions(8, Purpose.MATERIALS, null, height, 3);
  }

  private static TestSlabs undoped() {
    return TestSlabs.twoH(Element.Mo, Element.S).supercell(2, 2);
  }

  private RankedSide ranked(String name, TestSlabs slab) throws IOException {
    Path folder = new VaspFolders(root.resolve("slabs"), slab).slab(name);
    try (GridScreening screening = GridScreening.with("jobs/demo/affinity")) {
      GridResult result = screening.screen(folder.resolve("LOCPOT").toString());
      ScreenedMaterial material =
          new ScreenedMaterial(
              "run",
              result.materials().get(0),
              result.grid(),
              result.sites(),
              result.hops(),
              result.barriers());
      double barrier = result.materials().get(0).percolation2dEv();
      return RankedSide.of(material, new Interval(barrier - 0.03, barrier + 0.03), KnownSites.NONE);
    }
  }

  private void write() throws IOException {
    for (RankedSide side : List.of(one, other)) {
      folders.site(side, side.lowest(), "lowest, \"why\"");
      folders.site(side, side.highest(), "highest, why");
    }
    Files.writeString(next.resolve(RunList.NAME), RunList.text(folders.written()));
  }

  private static CrystalStructure poscar(Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve("POSCAR"))) {
      return VaspStructures.read(in);
    }
  }

  /** What VASP would leave in a folder. */
  private void finish(String folder) throws IOException {
    finished.run("next/" + folder, poscar(next.resolve(folder)), Settings.single(RUN_EV));
  }

  private ImportedDataset dataset(SparkSession spark, Path... roots) throws IOException {
    return new DatasetImport(
            spark,
            new DatasetRequest(
                List.of(roots).stream().map(Path::toString).toList(),
                null,
                null,
                new DatasetRequest.Ion(Element.Li, -0.3, null, "isolated atom"),
                Side.TOP,
                EnergyKind.SIGMA0,
                Unverified.REJECT,
                0.6,
                PotentialConventions.DEFAULT,
                null,
                ScfLimits.DEFAULT))
        .run();
  }

  @Test
  void finishedRunsAreLabelsOfTheRightMaterialAndSite(SparkSession spark) throws IOException {
    write();
    for (SuggestedRun run : folders.written()) {
      finish(run.folder());
    }
    ImportedDataset found = dataset(spark, next);

    assertThat(found.rejects()).isEmpty();
    assertThat(found.labels()).hasSize(4);
    assertThat(found.labels())
        .extracting(label -> label.materialId() + " " + label.siteId())
        .containsExactlyInAnyOrderElementsOf(
            folders.written().stream().map(run -> run.materialId() + " " + run.siteId()).toList());
    assertThat(found.labels())
        .allSatisfy(
            label -> assertThat(label.energy().bindingEnergyEv()).isCloseTo(-2.7, within(1e-9)));
    assertThat(found.labels().get(0).ion().siteDistanceAngstrom()).isLessThan(1e-3);
  }

  @Test
  void takingTheListBackTwiceChangesNothing(SparkSession spark) throws IOException {
    write();
    for (SuggestedRun run : folders.written()) {
      finish(run.folder());
    }
    ImportedDataset first = dataset(spark, next);
    ImportedDataset second = dataset(spark, next);
    ImportedDataset withSlabs = dataset(spark, root.resolve("slabs"), next);

    assertThat(second.labels()).isEqualTo(first.labels());
    assertThat(second.rejects()).isEqualTo(first.rejects());
    assertThat(withSlabs.labels()).isEqualTo(first.labels());
    assertThat(withSlabs.rejects()).isEmpty();
  }

  @Test
  void whatIsNotFinishedIsLeftAlone(SparkSession spark) throws IOException {
    write();
    folders.band(one, one.hop(), "band");
    Files.writeString(next.resolve(RunList.NAME), RunList.text(folders.written()));
    finish(folders.written().get(1).folder());
    ImportedDataset found = dataset(spark, next);
    assertThat(found.labels()).hasSize(1).extracting(LabelRow::materialId).containsOnly("one");
    assertThat(found.rejects()).isEmpty();
  }

  @Test
  void aSlabThatIsGoneIsNamed(SparkSession spark) throws IOException {
    write();
    finish(folders.written().get(0).folder());
    Files.move(root.resolve("slabs"), root.resolve("elsewhere"));
    ImportedDataset found = dataset(spark, next);
    assertThat(found.labels()).isEmpty();
    assertThat(found.rejects()).hasSize(1);
    assertThat(found.rejects().get(0).code()).isEqualTo("NO_SLAB");
    assertThat(found.rejects().get(0).reason())
        .endsWith("slabs/one/LOCPOT that suggested-runs.csv names, found none");
    assertThat(dataset(spark, root.resolve("elsewhere"), next).labels())
        .as("the same slab under another folder, by its name")
        .hasSize(1);
  }

  @Test
  void aListThatIsNoneIsRefused(SparkSession spark) throws IOException {
    Files.writeString(next.resolve(RunList.NAME), "a,b\n1,2\n");
    assertThatThrownBy(() -> dataset(spark, next))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected the columns folder, material_id, side, site_id, grid_uri")
        .hasMessageEndingWith("found a,b");
  }

  @Test
  void theInputOfCp2kIsReadBack(SparkSession spark) throws IOException {
    write();
    for (SuggestedRun run : folders.written()) {
      Path folder = next.resolve(run.folder());
      String project = run.folder().substring(3);
      Files.writeString(folder.resolve(project + ".out"), "");
      SourceFiles files = new SourceFiles(spark.sparkContext().hadoopConfiguration());
      var path = new org.apache.hadoop.fs.Path(folder.toUri());
      CrystalStructure read =
          new Cp2kRuns(files, ScfLimits.DEFAULT)
              .structure(
                  RunFolder.read(files.system(path), path),
                  files.status(folder.resolve(project + ".out").toString()));
      CrystalStructure expected = poscar(folder);
      assertThat(read.formula()).isEqualTo(expected.formula());
      Atom ion = read.atoms().get(read.atoms().size() - 1);
      Atom same = expected.atoms().get(expected.atoms().size() - 1);
      assertThat(ion.element()).isEqualTo(Element.Li);
      assertThat(new double[] {ion.fa(), ion.fb(), ion.fc()})
          .containsExactly(new double[] {same.fa(), same.fb(), same.fc()}, within(1e-7));
    }
  }

  @Test
  void aRelaxedHeightFixesTheRest() throws IOException {
    RunFolders relaxed = new RunFolders(next, Element.Li, options(IonHeight.RELAXED));
    relaxed.site(one, one.lowest(), "why");
    Path folder = next.resolve(relaxed.written().get(0).folder());
    assertThat(folder.resolve("POSCAR")).content().contains("  F F T\n");
    assertThat(folder.resolve(relaxed.written().get(0).folder().substring(3) + ".inp"))
        .content()
        .contains("RUN_TYPE GEO_OPT", "LIST 1..12", "COMPONENTS_TO_FIX XY", "LIST 13");
  }

  @Test
  void aFinishedBandIsACurveOverItsHop(SparkSession spark) throws IOException {
    folders.band(one, one.hop(), "band");
    Files.writeString(next.resolve(RunList.NAME), RunList.text(folders.written()));
    String band = folders.written().get(0).folder();
    double[] energies = {-103, -102.9, -102.8, -102.9, -103};
    for (int image = 0; image < energies.length; image++) {
      String folder = "next/" + band + "/0" + image;
      finished.run(folder, poscar(root.resolve(folder)), Settings.relaxed(energies[image]));
    }
    ImportedDataset found = dataset(spark, next);
    assertThat(found.rejects()).isEmpty();
    assertThat(found.neb()).hasSize(5);
    assertThat(found.neb().get(2).path().hopId()).isEqualTo(one.hop().id());
  }
}
