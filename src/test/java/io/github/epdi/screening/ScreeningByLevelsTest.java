package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.S3Server;
import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialsTable;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns with the shipped bundle of levels: files beside grids, numbers, and neither. */
@ExtendWith(SparkExtension.class)
class ScreeningByLevelsTest {
  private static final Path DEMO = Path.of("jobs/demo").toAbsolutePath();
  private static final Path REAL_MOS2 =
      Path.of("real-grids/kumagai-group__pydefect_2d--MoS2_3x3--LOCPOT");

  @TempDir private Path folder;

  private static ScreeningResult screen(SparkSession spark, Campaign campaign) throws Exception {
    return new ScreeningJob(spark, campaign, 1).run();
  }

  private Campaign local(String inputs, String... settings) throws IOException {
    Path file = folder.resolve("campaign.yaml");
    Files.writeString(file, yaml(inputs, DEMO.resolve("affinity").toString()));
    return Campaign.read(file.toString(), List.of(settings), new Configuration());
  }

  private static String yaml(String inputs, String bundle) {
    return "name: levels\ninputs: ['"
        + inputs
        + "']\nmodel: {bundle: '"
        + bundle
        + "'}\noutput: results\n";
  }

  private static <T extends Record> List<T> rows(ScreeningResult of, FlatTable<T> table) {
    return of.views().table(table.name(), of.runId()).collectAsList().stream()
        .map(table::fromRow)
        .toList();
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
      ScreeningResult here = screen(spark, local(DEMO.resolve("slabs") + "/*.cube.gz"));
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
    Files.copy(DEMO.resolve("slabs/TiS2-V.cube.gz"), grids.resolve("TiS2-V.cube.gz"));
    assertThat(rows(screen(spark, local("grids/*.cube.gz")), RejectsTable.TABLE)).hasSize(1);
    Files.copy(DEMO.resolve("slabs/TiS2-V.out.gz"), grids.resolve("TiS2-V.out.gz"));

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
