package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.runs.Pieces;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.RunViews;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.RejectRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a run does with what earlier runs left; each job here has one task slot: pieces of four. */
@ExtendWith(SparkExtension.class)
class ResumedRunsTest {
  private static final int GRIDS = 12;

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path bundle;

  private ManyGrids grids;
  private Path output;

  @BeforeAll
  static void writeBundle(SparkSession spark) throws IOException {
    FaultyFileSystem.addTo(spark.sparkContext().hadoopConfiguration());
    bundle = shared.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
  }

  @BeforeEach
  void makeGrids() throws IOException {
    grids = new ManyGrids(folder.resolve("grids"), bundle, GRIDS);
    output = folder.resolve("out");
  }

  private static ScreeningJob job(SparkSession spark, Campaign campaign) {
    return new ScreeningJob(spark, campaign, 1);
  }

  private ScreeningResult run(SparkSession spark, String... settings) throws IOException {
    return job(spark, grids.campaign(output, settings)).run();
  }

  /** The rows of a run that nothing happened to, over the same files. */
  private Map<String, List<String>> expected(SparkSession spark) throws IOException {
    return ManyGrids.rows(job(spark, grids.campaign(folder.resolve("undisturbed"))).run());
  }

  /** A run that comes to a bad end in the second of its three pieces. */
  private void fail(SparkSession spark) throws IOException {
    FaultyFileSystem.plant(grids.file(GRIDS - 1), "error");
    assertThatThrownBy(() -> run(spark)).hasMessageContaining("Job aborted");
    FaultyFileSystem.heal(grids.file(GRIDS - 1));
  }

  @Test
  void onlyWhatIsNewIsScreened(SparkSession spark) throws IOException {
    ScreeningResult first = run(spark);
    grids.add(GRIDS, GRIDS + 2);

    assertThat(job(spark, grids.campaign(output)).outlook())
        .extracting(RunOutlook::grids, RunOutlook::visible, RunOutlook::missing)
        .containsExactly(GRIDS + 2, GRIDS, 2);
    ScreeningResult second = run(spark);

    assertThat(second.outcome()).isEqualTo(ScreeningResult.Outcome.SCREENED);
    assertThat(second.run().execution().costs().grids()).isEqualTo(2);
    assertThat(second.grids()).isEqualTo(GRIDS + 2);
    assertThat(second.ofOtherRuns()).isEqualTo(GRIDS);
    assertThat(second.best(100)).extracting(MaterialRow::materialId).hasSize(GRIDS + 2);
    assertThat(
            second
                .visible()
                .views(SparkSession.active())
                .table(GridsTable.TABLE.name(), first.runId())
                .count())
        .isEqualTo(GRIDS);
    assertThat(ManyGrids.rows(second)).isEqualTo(expected(spark));
  }

  @Test
  void aChangedGridIsScreenedAgainAndItsNewResultCounts(SparkSession spark) throws IOException {
    run(spark);
    Files.writeString(grids.file(0), Files.readString(grids.file(1)));

    ScreeningResult again = run(spark);

    assertThat(again.run().execution().costs().grids()).isEqualTo(1);
    RunViews views = again.visible().views(SparkSession.active());
    assertThat(views.table(GridsTable.TABLE.name()).count()).isEqualTo(GRIDS + 1);
    assertThat(views.latest(GridsTable.TABLE.name()).count()).isEqualTo(GRIDS);
    assertThat(again.best(100)).hasSize(GRIDS);
  }

  @Test
  void fewerInputsOfWhatIsDoneAreNothingToDo(SparkSession spark) throws IOException {
    ScreeningResult all = run(spark);
    Files.delete(grids.file(3));

    ScreeningResult fewer = run(spark);

    assertThat(fewer.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(fewer.run()).isNull();
    assertThat(fewer.runId()).isNotEqualTo(all.runId());
    assertThat(fewer.best(100)).hasSize(GRIDS - 1);
    assertThat(fewer.visible().views(SparkSession.active()).manifest().number()).isEqualTo(1);
  }

  @Test
  void aRunGoesOnFromItsCommittedPieces(SparkSession spark) throws IOException {
    fail(spark);

    assertThat(RunViews.newest(spark, output.toString()).manifest().number()).isZero();
    RunOutlook outlook = job(spark, grids.campaign(output)).outlook();
    assertThat(outlook.resumed()).isIn(4, 8); // the third piece may have begun before
    assertThat(outlook.missing()).isEqualTo(GRIDS - outlook.resumed());
    assertThat(outlook.suspects()).isEqualTo(4);
    ScreeningResult resumed = run(spark);

    assertThat(resumed.run().execution().costs().grids()).isEqualTo(GRIDS);
    assertThat(ManyGrids.rows(resumed)).isEqualTo(expected(spark));
  }

  @Test
  void aGrownCampaignUsesWhatTheSmallerOneLeft(SparkSession spark) throws IOException {
    fail(spark);
    grids.add(GRIDS, GRIDS + 1);

    assertThat(job(spark, grids.campaign(output)).outlook().resumed()).isIn(4, 8);
    assertThat(ManyGrids.rows(run(spark))).isEqualTo(expected(spark));
  }

  @Test
  void aPieceWithAResultThatIsNotWantedIsNotUsed(SparkSession spark) throws IOException {
    fail(spark);
    for (int i = 0; i < GRIDS; i++) {
      if (i % 4 == 0) {
        Files.delete(grids.file(i));
      }
    }

    ScreeningResult resumed = run(spark);

    assertThat(resumed.run().execution().costs().grids()).isEqualTo(9);
    assertThat(ManyGrids.rows(resumed)).isEqualTo(expected(spark));
  }

  @Test
  void aGridThatHangsIsRejectedAndNothingElseNorDoOtherPiecesWait(SparkSession spark)
      throws IOException {
    Path ofTheFirstPiece = largest();
    FaultyFileSystem.plant(ofTheFirstPiece, "hang");

    ScreeningResult result = run(spark, "limits.max_grid_seconds=4");

    assertThat(result.run().execution().costs().grids()).isEqualTo(GRIDS - 1);
    RejectRow reject = result.rejects(10).get(0);
    assertThat(result.rejects(10)).hasSize(1);
    assertThat(reject.reason().code()).isEqualTo("TIME_LIMIT");
    assertThat(reject.reason().message()).contains("within 4.0 s (limits.max_grid_seconds)");
    Map<Boolean, List<Long>> commits =
        commitsByWhetherTheyHave(reject.key().identity(), result.runId());
    assertThat(commits.get(false))
        .hasSize(2)
        .allSatisfy(other -> assertThat(other).isLessThan(commits.get(true).get(0)));
  }

  private Path largest() throws IOException {
    Path largest = grids.file(0);
    for (int i = 1; i < GRIDS; i++) {
      if (Files.size(grids.file(i)) > Files.size(largest)) {
        largest = grids.file(i);
      }
    }
    return largest;
  }

  /** When the pieces of a run were committed. */
  private Map<Boolean, List<Long>> commitsByWhetherTheyHave(String identity, String runId) {
    Pieces pieces =
        new Pieces(
            new RunLayout(new org.apache.hadoop.fs.Path(output.toUri())), new Configuration());
    return pieces.of(runId).stream()
        .collect(
            Collectors.partitioningBy(
                piece -> pieces.announced(piece).identities().contains(identity),
                Collectors.mapping(
                    piece ->
                        Path.of(piece.folder().toUri()).resolve("_SUCCESS").toFile().lastModified(),
                    Collectors.toList())));
  }

  @Test
  void mostlyGarbageStopsARunBeforeAnythingIsVisible(SparkSession spark) throws IOException {
    for (int i = GRIDS; i < 40; i++) {
      Files.writeString(grids.file(i), "no grid " + i);
    }

    assertThatThrownBy(() -> run(spark))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected at most a share of 0.50 of rejects")
        .hasMessageContaining("nothing of it is visible");
    assertThat(RunViews.newest(spark, output.toString()).manifest().number()).isZero();
    ScreeningResult all = run(spark, "limits.max_rejected_fraction=1");

    assertThat(all.run().execution().costs().grids()).isEqualTo(GRIDS);
    assertThat(all.run().execution().costs().rejects()).isEqualTo(28);
    assertThat(all.rejects(100)).extracting(row -> row.reason().code()).containsOnly("BAD_HEADER");
  }

  @Test
  void whatStorageDidNotGiveIsTriedAgainAndNothingElse(SparkSession spark) throws IOException {
    FaultyFileSystem.plant(grids.file(4), "unreadable");
    ScreeningResult first = run(spark);
    ScreeningResult second = run(spark);
    FaultyFileSystem.heal(grids.file(4));
    ScreeningResult third = run(spark);
    ScreeningResult fourth = run(spark);

    assertThat(first.rejects(10))
        .extracting(row -> row.reason().code())
        .containsExactly("UNREADABLE");
    assertThat(second.run().execution().costs().grids()).isZero();
    assertThat(second.run().execution().costs().rejects()).isOne();
    assertThat(second.grids()).isEqualTo(GRIDS);
    assertThat(second.best(100)).hasSize(GRIDS - 1);
    assertThat(third.run().execution().costs().grids()).isOne();
    assertThat(third.rejects(10)).isEmpty();
    assertThat(third.best(100)).hasSize(GRIDS);
    assertThat(fourth.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(
            fourth.visible().views(SparkSession.active()).latest(GridsTable.TABLE.name()).count())
        .isEqualTo(GRIDS);
  }

  @Test
  void aGridAtWhichTheProgramFailsIsARejectAndTheRunGoesOn(SparkSession spark) throws IOException {
    FaultyFileSystem.plant(grids.file(4), "bug");

    ScreeningResult first = run(spark);
    ScreeningResult same = run(spark);
    FaultyFileSystem.heal(grids.file(4));
    ScreeningResult asked = run(spark, "run.retry=FAILED");

    assertThat(first.run().execution().costs().grids()).isEqualTo(GRIDS - 1);
    assertThat(first.run().added().failed()).isOne();
    assertThat(first.hasFailed()).isTrue();
    assertThat(first.rejects(10))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.reason().code()).isEqualTo("FAILED");
              assertThat(reject.reason().message())
                  .contains("found java.lang.IllegalStateException (on purpose) at")
                  .contains("FaultyFileSystem.java:")
                  .endsWith("report it with the file " + reject.key().inputUri());
            });
    assertThat(same.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(asked.run().execution().costs().grids()).isOne();
    assertThat(asked.run().added().failed()).isZero();
    assertThat(asked.best(100)).hasSize(GRIDS);
  }

  @Test
  void raisedLimitsMakeResultsOfRejectsAndNothingElseAnew(SparkSession spark) throws IOException {
    ScreeningResult small = run(spark, "limits.max_points=10");
    ScreeningResult same = run(spark, "limits.max_points=10");
    ScreeningResult raised = run(spark);
    ScreeningResult more = run(spark, "limits.max_points=2000000000");
    ScreeningResult lowered = run(spark, "limits.max_points=10");

    assertThat(small.rejects(100))
        .extracting(reject -> reject.reason().code())
        .containsOnly("TOO_LARGE");
    assertThat(same.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(raised.run().execution().costs().grids()).isEqualTo(GRIDS);
    assertThat(more.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(lowered.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(lowered.best(100)).hasSize(GRIDS);
  }

  /** Pieces of a run that did not come to its end have rejects too. */
  @Test
  void raisedLimitsMakeResultsOfRejectsThatWereNotVisibleYet(SparkSession spark)
      throws IOException {
    FaultyFileSystem.plant(grids.file(GRIDS - 1), "error");
    assertThatThrownBy(() -> run(spark, "limits.max_points=10")).isNotNull();
    FaultyFileSystem.heal(grids.file(GRIDS - 1));

    assertThat(job(spark, grids.campaign(output, "limits.max_points=10")).outlook().resumed())
        .isPositive();
    assertThat(job(spark, grids.campaign(output)).outlook().resumed()).isZero();
    assertThat(run(spark).run().execution().costs().grids()).isEqualTo(GRIDS);
  }

  @Test
  void whatIsDoneIsToldWithoutASession(SparkSession spark) throws IOException {
    ScreeningResult first = run(spark);
    SessionSource none =
        new SessionSource() {
          @Override
          public SparkConf conf() {
            return spark.sparkContext().getConf();
          }

          @Override
          public SparkSession session() {
            throw new AssertionError("there is nothing to compute");
          }
        };

    ScreeningResult again = new ScreeningJob(none, grids.campaign(output)).run();

    assertThat(again.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(again.run()).isEqualTo(first.run());
    assertThat(again.best(GRIDS)).isNotEmpty().isEqualTo(first.best(GRIDS));
    grids.add(GRIDS, GRIDS + 1);
    ScreeningJob more = new ScreeningJob(none, grids.campaign(output));
    assertThatThrownBy(more::run).hasMessage("there is nothing to compute");
  }

  @Test
  void aFullDiskStopsARunThatGoesOnWhenThereIsSpace(SparkSession spark) throws IOException {
    Path full = Files.createFile(Path.of(output + ".full"));
    String faulty = "output=" + FaultyFileSystem.SCHEME + "://" + output;

    assertThatThrownBy(() -> run(spark, faulty)).hasStackTraceContaining("No space left on device");
    assertThat(output.resolve("_manifests")).doesNotExist();
    Files.delete(full);
    ScreeningResult resumed = run(spark);

    assertThat(ManyGrids.rows(resumed)).isEqualTo(expected(spark));
  }
}
