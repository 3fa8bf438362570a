package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.S3Server;
import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.SitesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grids by the shipped bundle of levels, from files to tables: levels beside grids, declared
 * numbers, and neither.
 */
@ExtendWith(SparkExtension.class)
class LevelsScreeningTest {
  private static final Path DEMO = Path.of("jobs/demo").toAbsolutePath();
  private static final Path BUNDLE = DEMO.resolve("affinity");
  private static final Path SLABS = DEMO.resolve("slabs");
  private static final Path REAL_MOS2 =
      Path.of("real-grids/kumagai-group__pydefect_2d--MoS2_3x3--LOCPOT");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  /** Three grids with levels beside them and one without, both sides. */
  private static ScreeningResult four;

  @BeforeAll
  static void screenFour(SparkSession spark) throws IOException {
    Path grids = Files.createDirectories(shared.resolve("grids"));
    for (String name : List.of("MoS2-pristine", "MoS2-Ti", "TiS2-V", "WS2-Nb")) {
      copy(name + ".cube.gz", grids);
      if (!name.equals("WS2-Nb")) {
        copy(name + ".out.gz", grids);
      }
    }
    four = screen(spark, campaign(shared, "grids/*.cube.gz", "side=both"));
  }

  private static void copy(String slab, Path grids) throws IOException {
    Files.copy(SLABS.resolve(slab), grids.resolve(slab));
  }

  private static ScreeningResult screen(SparkSession spark, Campaign campaign) {
    return new ScreeningJob(spark, campaign, 1).run();
  }

  private Campaign local(String inputs, String... settings) throws IOException {
    return campaign(folder, inputs, settings);
  }

  private static Campaign campaign(Path folder, String inputs, String... settings)
      throws IOException {
    Path file = folder.resolve("campaign.yaml");
    Files.writeString(file, yaml(inputs, BUNDLE.toString()));
    return Campaign.read(file.toString(), List.of(settings), new Configuration());
  }

  private static String yaml(String inputs, String bundle) {
    return "name: levels\ninputs: ['"
        + inputs
        + "']\nmodel: {bundle: '"
        + bundle
        + "'}\noutput: results\n";
  }

  private static <R extends Record> List<R> rows(ScreeningResult of, FlatTable<R> table) {
    return of
        .visible()
        .views(SparkSession.active())
        .table(table.name(), of.runId())
        .collectAsList()
        .stream()
        .map(table::fromRow)
        .toList();
  }

  private static MaterialRow material(String id, String side) {
    return rows(four, MaterialsTable.TABLE).stream()
        .filter(row -> row.materialId().equals(id) && row.side().equals(side))
        .findFirst()
        .orElseThrow();
  }

  /** Affinity and work function as our DFT set lists them; gaps are read off the files' tables. */
  @Test
  void materialsSayWhereTheirElectronsAre() {
    assertLevels("MoS2-pristine", 4.320572, 4.948661, 1.663325);
    assertLevels("MoS2-Ti", 5.54068, 5.57709, 0.007384);
    assertLevels("TiS2-V", 5.751805, 5.76619, 0);
  }

  private static void assertLevels(String id, double affinity, double workFunction, double gap) {
    for (String side : List.of("top", "bottom")) {
      MaterialRow row = material(id, side);
      assertThat(row.levels().electronAffinityEv()).as(id).isCloseTo(affinity, within(0.005));
      assertThat(row.levels().workFunctionEv()).as(id).isCloseTo(workFunction, within(0.005));
      assertThat(row.levels().gapEv()).as(id).isCloseTo(gap, within(2e-6));
    }
  }

  @Test
  void gridsSayWhichFileTheLevelsAreOf() {
    assertThat(rows(four, GridsTable.TABLE))
        .hasSize(3)
        .extracting(GridRow::levels)
        .allSatisfy(
            levels -> {
              assertThat(levels.origin().origin()).isEqualTo("file");
              assertThat(levels.origin().uri()).startsWith("file:/").endsWith(".out.gz");
            });
  }

  @Test
  void gridsHaveTheLevelsOfTheirMaterials() {
    for (GridRow grid : rows(four, GridsTable.TABLE)) {
      MaterialRow top = material(grid.key().materialId(), "top");
      assertThat(grid.levels().top().electronAffinityEv())
          .isEqualTo(top.levels().electronAffinityEv());
      assertThat(grid.levels().top().workFunctionEv()).isEqualTo(top.levels().workFunctionEv());
      MaterialRow bottom = material(grid.key().materialId(), "bottom");
      assertThat(grid.levels().bottom().electronAffinityEv())
          .isEqualTo(bottom.levels().electronAffinityEv());
      assertThat(grid.levels().bottom().workFunctionEv())
          .isEqualTo(bottom.levels().workFunctionEv());
      assertThat(grid.levels().gapEv()).isEqualTo(top.levels().gapEv());
    }
  }

  @Test
  void aGridWithoutLevelsIsARejectThatSaysWhatWasLookedFor() {
    List<RejectRow> rejects = rows(four, RejectsTable.TABLE);
    assertThat(rejects).hasSize(1);
    assertThat(rejects.get(0).key().materialId()).isEqualTo("WS2-Nb");
    assertThat(rejects.get(0).reason().code()).isEqualTo("LEVELS_MISSING");
    assertThat(rejects.get(0).reason().message())
        .isEqualTo(
            "Cannot find the electronic levels beside WS2-Nb.cube.gz: expected one of WS2-Nb.out,"
                + " EIGENVAL, OUTCAR, vasprun.xml, vaspout.h5, data-file-schema.xml (or .gz, .bz2,"
                + " .zst of it), found none");
  }

  @Test
  void declaredNumbersHaveNoGapAndNoFile() {
    try (GridScreening screening =
        GridScreening.with(
            BUNDLE.toString(),
            "levels.electron_affinity_ev=5.28",
            "levels.work_function_ev=5.37")) {
      GridResult declared = screening.screen(shared.resolve("grids/WS2-Nb.cube.gz").toString());
      assertThat(declared.grid().levels().origin().origin()).isEqualTo("declared");
      assertThat(declared.grid().levels().origin().uri()).isNull();
      assertThat(declared.grid().levels().top().electronAffinityEv()).isEqualTo(5.28);
      assertThat(declared.grid().levels().top().workFunctionEv()).isEqualTo(5.37);
      assertThat(declared.grid().levels().bottom()).isNull();
      assertThat(declared.grid().levels().gapEv()).isNull();
      assertThat(declared.materials()).hasSize(1);
      assertThat(declared.materials().get(0).levels().electronAffinityEv()).isEqualTo(5.28);
      assertThat(declared.materials().get(0).levels().workFunctionEv()).isEqualTo(5.37);
      assertThat(declared.materials().get(0).levels().gapEv()).isNull();
    }
  }

  @Test
  void aModelOfImagesLeavesThemNull() {
    try (GridScreening screening = GridScreening.with("jobs/demo/bundle")) {
      GridResult images =
          screening.screen(shared.resolve("grids/MoS2-pristine.cube.gz").toString());
      assertThat(images.grid().levels()).isNull();
      assertThat(images.materials().get(0).levels()).isNull();
    }
  }

  private static double[] energies(ScreeningResult of, String kind) {
    return rows(of, SitesTable.TABLE).stream()
        .filter(site -> site.name().kind().equals(kind))
        .mapToDouble(site -> site.bindingEnergyEv().value())
        .toArray();
  }

  private static List<String> flags(ScreeningResult of) {
    return rows(of, MaterialsTable.TABLE).get(0).remarks().flags();
  }

  @Test
  void objectsOfABucketGiveTheRowsOfLocalFiles(SparkSession spark) throws Exception {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    S3Server server = S3Server.start();
    try {
      server.bucket("levels", configuration);
      org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("s3a://levels/campaign");
      try (FileSystem files =
          FileSystem.newInstance(root.toUri(), configuration)) { // not that of others
        for (String part : List.of("slabs", "affinity")) {
          files.copyFromLocalFile(
              new org.apache.hadoop.fs.Path(DEMO.resolve(part).toUri()),
              new org.apache.hadoop.fs.Path(root, part));
        }
        try (var out = files.create(new org.apache.hadoop.fs.Path(root, "campaign.yaml"))) {
          out.writeBytes(yaml("slabs/*.cube.gz", "affinity"));
        }
      }
      ScreeningResult stored =
          screen(spark, Campaign.read(root + "/campaign.yaml", List.of(), configuration));

      assertThat(rows(stored, MaterialsTable.TABLE)).hasSize(4);
      assertThat(rows(stored, RejectsTable.TABLE)).isEmpty();
      assertThat(flags(stored)).as("a material that was trained on").isEmpty();
      ScreeningResult here = screen(spark, local(SLABS + "/*.cube.gz"));
      assertThat(ComparableRows.of(stored)).isEqualTo(ComparableRows.of(here));
      org.apache.hadoop.fs.FileSystem.get(root.toUri(), configuration).close();
    } finally {
      server.stop();
    }
  }

  /** The file arrives, and is the only thing that is new. */
  @Test
  void aGridIsScreenedOnceItsLevelsAreThere(SparkSession spark) throws Exception {
    Path grids = Files.createDirectories(folder.resolve("grids"));
    copy("TiS2-V.cube.gz", grids);
    assertThat(rows(screen(spark, local("grids/*.cube.gz")), RejectsTable.TABLE)).hasSize(1);
    copy("TiS2-V.out.gz", grids);

    ScreeningResult result = screen(spark, local("grids/*.cube.gz"));

    assertThat(rows(result, MaterialsTable.TABLE)).hasSize(1);
    assertThat(screen(spark, local("grids/*.cube.gz")).outcome())
        .isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
  }

  /**
   * VASP's potential of a monolayer in 10 Angstrom of cell, whose levels are known as two numbers.
   */
  @Test
  void aRealGridOfAnotherCodeBindsAsMoS2Does(SparkSession spark) throws Exception {
    String grid = SharedData.path(REAL_MOS2.toString()).toString();

    ScreeningResult result =
        screen(
            spark, local(grid, "levels.electron_affinity_ev=4.32", "levels.work_function_ev=4.95"));

    assertThat(rows(result, RejectsTable.TABLE)).isEmpty();
    assertThat(flags(result)).doesNotContain("electron_affinity_outside_training");
    double[] tops = energies(result, "T");
    double highestTop = DoubleStream.of(tops).max().orElseThrow();
    assertThat(tops).isNotEmpty();
    for (double top : tops) {
      assertThat(top).isCloseTo(-2.0, within(0.25));
    }
    double[] hollows = energies(result, "H");
    assertThat(hollows).isNotEmpty();
    assertThat(DoubleStream.of(hollows).min().orElseThrow()).isGreaterThan(highestTop);
    assertThat(rows(result, HopsTable.TABLE))
        .isNotEmpty()
        .extracting(HopRow::energies)
        .allMatch(energies -> energies.bridgeEv().value() > highestTop);

    ScreeningResult wrong =
        screen(
            spark, local(grid, "levels.electron_affinity_ev=1.5", "levels.work_function_ev=4.95"));
    assertThat(flags(wrong)).contains("electron_affinity_outside_training");

    ScreeningResult without = screen(spark, local(grid));
    assertThat(rows(without, SitesTable.TABLE)).isEmpty();
    assertThat(rows(without, RejectsTable.TABLE))
        .singleElement()
        .extracting(row -> row.reason().code())
        .isEqualTo("LEVELS_MISSING");
  }
}
