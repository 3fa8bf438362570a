package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.cli.Main;
import io.github.epdi.runs.RunViews;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.SiteRow;
import io.github.epdi.tables.SitesTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Materials without electronic levels, in a campaign that would rather have rows than rejects. What
 * is printed of them and what the report says is tested with the packaged program.
 */
@ExtendWith(SparkExtension.class)
class AbstainingTest {
  private static final Path BUNDLE = Path.of("jobs/demo/affinity").toAbsolutePath();
  private static final Path SLABS = Path.of("jobs/demo/slabs");
  private static final String ABSTAIN = "model.without_levels=abstain";

  @TempDir private Path folder;

  private SparkSession spark;

  @BeforeEach
  void write(SparkSession shared) throws IOException {
    spark = shared;
    Path grids = Files.createDirectories(folder.resolve("grids"));
    copy(grids, "MoS2-Ti.cube.gz");
    copy(grids, "MoS2-Ti.out.gz");
    copy(grids, "WS2-Nb.cube.gz");
    Files.writeString(
        folder.resolve("campaign.yaml"),
        "name: abstaining\ninputs: ['grids/*.cube.gz']\nside: both\nmodel: {bundle: '"
            + BUNDLE
            + "'}\noutput: results\n");
  }

  private static void copy(Path grids, String name) throws IOException {
    Files.copy(SLABS.resolve(name), grids.resolve(name));
  }

  private ScreeningResult screen(String... settings) {
    Campaign campaign =
        Campaign.read(
            folder.resolve("campaign.yaml").toString(), List.of(settings), new Configuration());
    return new ScreeningJob(spark, campaign).run();
  }

  private <R extends Record> List<R> rows(FlatTable<R> table, ScreeningResult result) {
    return RunViews.newest(spark, folder.resolve("results").toString())
        .table(table.name(), result.runId())
        .collectAsList()
        .stream()
        .map(table::fromRow)
        .toList();
  }

  @Test
  void aMaterialWithoutLevelsHasARowWithoutEnergiesThatSaysWhy() {
    ScreeningResult result = screen(ABSTAIN);

    assertThat(rows(RejectsTable.TABLE, result)).isEmpty();
    List<MaterialRow> materials = rows(MaterialsTable.TABLE, result);
    assertThat(materials).hasSize(4);
    assertThat(materials.stream().filter(row -> row.materialId().equals("WS2-Nb")))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.hasEnergies()).isFalse();
              assertThat(row.remarks().flags()).containsExactly("levels_missing");
              assertThat(row.percolation2dEv()).isNull();
              assertThat(row.percolation1dEv()).isNull();
              assertThat(row.energies().lowestBarrier()).isNull();
              assertThat(row.energies().adsorption().lowestEv()).isNull();
              assertThat(row.energies().adsorption().siteId()).isNull();
              assertThat(row.levels()).isNull();
              assertThat(row.sites().all().top()).isEqualTo(9);
              assertThat(row.host().host()).isEqualTo("WS2");
            });
    assertThat(materials.stream().filter(row -> row.materialId().equals("MoS2-Ti")))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.percolation2dEv()).isPositive());
    assertThat(rows(SitesTable.TABLE, result))
        .extracting(SiteRow::materialId)
        .containsOnly("MoS2-Ti");
    assertThat(rows(GridsTable.TABLE, result))
        .filteredOn(row -> row.key().materialId().equals("WS2-Nb"))
        .extracting(GridRow::levels)
        .containsOnlyNulls();
    assertThat(result.withoutEnergies()).isEqualTo(2);
    assertThat(result.best(10)).extracting(MaterialRow::materialId).containsOnly("MoS2-Ti");
  }

  /** Neither what was screened before nor what was said before is lost when the setting changes. */
  @Test
  void onlyWhatHasNoLevelsIsScreenedAgainWhenTheSettingChangesOrLevelsCome() throws IOException {
    ScreeningResult rejecting = screen();
    assertThat(rows(RejectsTable.TABLE, rejecting))
        .extracting(row -> row.reason().code())
        .containsExactly("LEVELS_MISSING");

    ScreeningResult abstaining = screen(ABSTAIN);
    assertThat(abstaining.run().execution().costs().grids()).isEqualTo(1);
    assertThat(screen(ABSTAIN).outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);

    copy(folder.resolve("grids"), "WS2-Nb.out.gz");
    ScreeningResult complete = screen(ABSTAIN);
    assertThat(complete.run().execution().costs().grids()).isEqualTo(1);
    assertThat(complete.withoutEnergies()).isZero();
    assertThat(complete.best(10)).hasSize(4);
    assertThat(screen().outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
  }

  /** Files of other names than those that the campaign looks for are not there. */
  @Test
  void namesOfFilesAreTheCampaigns() {
    ScreeningResult rejecting = screen("levels.files=levels.out");
    assertThat(rows(RejectsTable.TABLE, rejecting))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.reason().code()).isEqualTo("LEVELS_MISSING");
              assertThat(row.reason().message()).contains("levels.out").doesNotContain("EIGENVAL");
            });
    ScreeningResult abstaining = screen("levels.files=levels.out", ABSTAIN);
    assertThat(abstaining.withoutEnergies()).isEqualTo(4);
  }

  @Test
  void predictSaysSoToo() throws IOException {
    Path pictures = folder.resolve("pictures");
    String grid = folder.resolve("grids/WS2-Nb.cube.gz").toString();
    String bundle = BUNDLE.toString();
    assertThat(
            run(
                "predict",
                grid,
                "--bundle",
                bundle,
                "--set",
                ABSTAIN,
                "--out",
                pictures.toString()))
        .contains("none were predicted; the flags say why", "levels_missing");
    assertThat(run("predict", grid, "--bundle", bundle, "--set", ABSTAIN, "--json"))
        .contains("\"adsorption_energy_ev\" : null", "levels_missing");
    if (Files.exists(pictures)) {
      try (Stream<Path> drawn = Files.list(pictures)) {
        assertThat(drawn).isEmpty();
      }
    }
  }

  private static String run(String... arguments) {
    StringWriter said = new StringWriter();
    int exit = Main.run(arguments, new PrintWriter(said, true), new PrintWriter(said, true));
    assertThat(exit).as("%s: %s", Arrays.toString(arguments), said).isIn(0, 2);
    return said.toString();
  }
}
