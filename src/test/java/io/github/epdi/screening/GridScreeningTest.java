package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.BarriersTable;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.SitesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Single grids give the very rows of a job: energies bit by bit, identities too. */
@ExtendWith(SparkExtension.class)
class GridScreeningTest {
  @TempDir private static Path shared;

  private static String bundle;
  private static Path grids;
  private static Campaign campaign;

  @BeforeAll
  static void writeGrids() throws IOException {
    Path folder = shared.resolve("bundle");
    ScreeningBundles.write(folder, 2);
    bundle = folder.toString();
    grids = shared.resolve("grids");
    campaign =
        new GridFolder(grids)
            .withGoodGrids()
            .withBrokenFiles()
            .campaign(folder, shared.resolve("out"), "side=both", "paths.points_per_hop=2");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(grids)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static <R extends Record> void assertSameRows(
      ScreeningResult job,
      FlatTable<R> table,
      List<GridResult> single,
      Function<GridResult, List<R>> rows) {
    assertThat(single.stream().flatMap(result -> rows.apply(result).stream()))
        .containsExactlyInAnyOrderElementsOf(
            job
                .visible()
                .views(SparkSession.active())
                .table(table.name(), job.runId())
                .collectAsList()
                .stream()
                .map(table::fromRow)
                .toList());
  }

  @Test
  void rowsAreThoseOfTheJob(SparkSession spark) throws IOException {
    ScreeningResult job = new ScreeningJob(spark, campaign, 2).run();

    List<GridResult> single;
    try (GridScreening screening = GridScreening.of(campaign, new Configuration())) {
      single = files().stream().map(file -> screening.screen(file.toString())).toList();
    }

    assertThat(single).hasSize(9);
    assertSameRows(job, SitesTable.TABLE, single, GridResult::sites);
    assertSameRows(job, HopsTable.TABLE, single, GridResult::hops);
    assertSameRows(job, BarriersTable.TABLE, single, GridResult::barriers);
    assertSameRows(job, MaterialsTable.TABLE, single, GridResult::materials);
    assertSameRows(
        job, GridsTable.TABLE, single, result -> Stream.ofNullable(result.grid()).toList());
    assertSameRows(
        job, RejectsTable.TABLE, single, result -> Stream.ofNullable(result.reject()).toList());
  }

  @Test
  void settingsAreTheKeysOfACampaign() {
    String[] settings = {"side=both", "paths.points_per_hop=2", "model.batch_size=4"};
    try (GridScreening screening = GridScreening.with(bundle, settings);
        GridScreening asCampaign = GridScreening.of(campaign, new Configuration())) {
      String file = grids.resolve("MoS2-Ti.vasp").toString();

      assertThat(screening.screen(file)).isEqualTo(asCampaign.screen(file));
    }
  }

  @Test
  void manyThreadsMayScreenAtATime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (GridScreening screening = GridScreening.with(bundle, "model.batch_size=4")) {
      List<String> files =
          Stream.of("MoS2.locpot", "TiS2.xsf.gz", "WS2-Nb.vasp")
              .map(name -> grids.resolve(name).toString())
              .toList();
      List<GridResult> alone = files.stream().map(screening::screen).toList();
      List<Future<GridResult>> together =
          IntStream.range(0, 9)
              .mapToObj(i -> threads.submit(() -> screening.screen(files.get(i % 3))))
              .toList();

      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % 3));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void onceClosedItScreensNoMore() {
    GridScreening screening = GridScreening.with(bundle);
    screening.close();
    screening.close();

    assertThatThrownBy(() -> screening.screen(grids.resolve("MoS2.locpot").toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot screen: this screening is closed");
  }

  @Test
  void whatIsNoFileIsAnErrorThatNamesIt() {
    try (GridScreening screening = GridScreening.with(bundle)) {
      assertThatThrownBy(() -> screening.screen("no/such"))
          .isInstanceOf(InputException.class)
          .hasMessage("Cannot screen no/such: expected a grid file, found nothing there");
      assertThatThrownBy(() -> screening.screen(grids.toString()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("expected a file, found a directory (name the files in it");
      assertThatThrownBy(() -> screening.screen("s3a://key:secret@bucket/a"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("credentials")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void settingsThatOnlyARunHasAreRefused() {
    assertThatThrownBy(() -> GridScreening.with(bundle, "output=x"))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot set output: single grids are screened, no campaign is run");
    assertThatThrownBy(() -> GridScreening.with(bundle, "sde=top"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the nearest is side");
    assertThatThrownBy(() -> GridScreening.with("no/bundle"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no/bundle");
  }
}
