package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.RunViews;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RejectsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Grids with their electronic levels beside them, by the shipped bundle, from files to tables. */
@ExtendWith(SparkExtension.class)
class LevelsScreeningTest {
  private static final Path BUNDLE = Path.of("jobs/demo/affinity").toAbsolutePath();
  private static final Path SLABS = Path.of("jobs/demo/slabs");

  @TempDir private static Path folder;

  private static SparkSession spark;
  private static ScreeningResult result;

  @BeforeAll
  static void screen(SparkSession shared) throws IOException {
    spark = shared;
    Path grids = Files.createDirectories(folder.resolve("grids"));
    for (String name : List.of("MoS2-pristine", "MoS2-Ti", "TiS2-V", "WS2-Nb")) {
      Files.copy(SLABS.resolve(name + ".cube.gz"), grids.resolve(name + ".cube.gz"));
      if (!name.equals("WS2-Nb")) {
        Files.copy(SLABS.resolve(name + ".out.gz"), grids.resolve(name + ".out.gz"));
      }
    }
    result = new ScreeningJob(spark, campaign()).run();
  }

  private static Campaign campaign() throws IOException {
    Path file = folder.resolve("campaign.yaml");
    Files.writeString(
        file,
        "name: levels\ninputs: ['grids/*.cube.gz']\nside: both\nmodel: {bundle: '"
            + BUNDLE
            + "'}\noutput: results\n");
    return Campaign.read(file.toString(), List.of(), new Configuration());
  }

  private static <R extends Record> List<R> rows(FlatTable<R> table) {
    return RunViews.newest(spark, folder.resolve("results").toString())
        .table(table.name(), result.runId())
        .collectAsList()
        .stream()
        .map(table::fromRow)
        .toList();
  }

  private static MaterialRow material(String id, String side) {
    return rows(MaterialsTable.TABLE).stream()
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
    assertThat(rows(GridsTable.TABLE))
        .hasSize(3)
        .extracting(GridRow::levels)
        .allSatisfy(
            levels -> {
              assertThat(levels.origin()).isEqualTo("file");
              assertThat(levels.uri()).startsWith("file:/").endsWith(".out.gz");
            });
  }

  @Test
  void aGridWithoutLevelsIsARejectThatSaysWhatWasLookedFor() {
    List<RejectRow> rejects = rows(RejectsTable.TABLE);
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
      GridResult declared = screening.screen(folder.resolve("grids/WS2-Nb.cube.gz").toString());
      assertThat(declared.grid().levels().origin()).isEqualTo("declared");
      assertThat(declared.grid().levels().uri()).isNull();
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
          screening.screen(folder.resolve("grids/MoS2-pristine.cube.gz").toString());
      assertThat(images.grid().levels()).isNull();
      assertThat(images.materials().get(0).levels()).isNull();
    }
  }
}
