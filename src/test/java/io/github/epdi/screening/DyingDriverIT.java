package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.runs.Pieces;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.StartMarks;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drivers that die, or seem to, are processes of their own; who comes after them is this JVM. */
@ExtendWith(SparkExtension.class)
class DyingDriverIT {
  private static final int GRIDS = 24;
  private static final int VICTIM = 13;

  @TempDir private Path folder;

  private ManyGrids grids;
  private Path output;

  @BeforeEach
  void makeGrids(SparkSession spark) throws IOException {
    FaultyFileSystem.addTo(spark.sparkContext().hadoopConfiguration());
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
    grids = new ManyGrids(folder.resolve("grids"), bundle, GRIDS);
    output = folder.resolve("out");
  }

  private ScreeningJob job(SparkSession spark, String... settings) throws IOException {
    return new ScreeningJob(spark, grids.campaign(output, settings), 2);
  }

  private DriverProcess start(String... more) throws IOException {
    return DriverProcess.screen(grids.campaignFile(output), folder.resolve("driver.log"), more);
  }

  @Test
  void aGridThatKillsItsDriverIsFoundOutAndTheRestIsDone(SparkSession spark) throws Exception {
    Map<String, List<String>> others = withoutVictim(spark);
    FaultyFileSystem.plant(grids.file(VICTIM), "halt");

    for (int death = 1; death <= 3; death++) {
      try (DriverProcess driver = start()) {
        assertThat(driver.exitCode()).as(driver.output()).isEqualTo(137);
      }
      assertThat(RunViews.newest(spark, output.toString()).manifest().number()).isZero();
    }
    // It, and perhaps the one that was under way beside it at each death.
    assertThat(job(spark).outlook().missing()).isBetween(1, 2);
    ScreeningResult result = job(spark).run();

    assertThat(result.run().execution().costs().grids()).isEqualTo(GRIDS - 1);
    assertThat(result.rejects(10))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.key().inputUri()).endsWith(grids.file(VICTIM).toString());
              assertThat(reject.reason().code()).isEqualTo("KILLED_WORKER");
              assertThat(reject.reason().message())
                  .contains("found it dead after each of 2 starts");
            });
    Map<String, List<String>> rows = ManyGrids.rows(result);
    rows.put("rejects", List.of());
    assertThat(rows).isEqualTo(others);
    assertThat(output.resolve("_starts")).isEmptyDirectory();
  }

  private Map<String, List<String>> withoutVictim(SparkSession spark) throws IOException {
    Path aside = folder.resolve("aside");
    Files.move(grids.file(VICTIM), aside);
    Map<String, List<String>> rows =
        ManyGrids.rows(
            new ScreeningJob(spark, grids.campaign(folder.resolve("undisturbed")), 2).run());
    Files.move(aside, grids.file(VICTIM));
    return rows;
  }

  @Test
  void aDriverThatSleptThroughItsLeaseFindsTheRunDone(SparkSession spark) throws Exception {
    for (int i = 0; i < GRIDS; i++) {
      FaultyFileSystem.plant(grids.file(i), "slow");
    }
    try (DriverProcess sleeper = start("--set", "run.lease_seconds=3")) {
      waitForAPiece(sleeper);
      assertThatThrownBy(() -> job(spark).run())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("computes it (last sign of life")
          .hasMessageContaining("wait for it with --set run.when_busy=wait");
      sleeper.signal("STOP");

      ScreeningResult result = job(spark, "run.when_busy=wait").run();

      assertThat(result.outcome()).isEqualTo(ScreeningResult.Outcome.SCREENED);
      assertThat(result.run().execution().costs().grids()).isEqualTo(GRIDS);
      sleeper.signal("CONT");
      assertThat(sleeper.exitCode()).as(sleeper.output()).isZero();
      assertThat(sleeper.output()).contains("Nothing to do for run " + result.runId());
      assertThat(RunViews.newest(spark, output.toString()).manifest().number()).isOne();
    }
  }

  /** What a person stops is no death of a grid's doing, however often it is under way then. */
  @Test
  void ctrlCIsNoStartWithoutAnEnd(SparkSession spark) throws Exception {
    FaultyFileSystem.plant(grids.file(VICTIM), "hang");
    try (DriverProcess killed = start()) {
      waitForAPiece(killed);
      killed.signal("KILL");
      killed.exitCode();
    }
    String[] ownLease = {"--set", "run.when_busy=wait"};
    for (int stop = 0; stop < 2; stop++) {
      try (DriverProcess stopped = start(ownLease)) {
        waitForAMark(stopped);
        stopped.signal("INT");
        assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(130);
      }
    }
    StartMarks marks =
        new StartMarks(
            new RunLayout(new org.apache.hadoop.fs.Path(output.toUri())),
            new org.apache.hadoop.conf.Configuration());
    try (Stream<Path> marked = Files.list(output.resolve("_starts"))) {
      assertThat(marked.map(folder -> marks.count(folder.getFileName().toString())))
          .isNotEmpty()
          .containsOnly(0);
    }
    FaultyFileSystem.heal(grids.file(VICTIM));

    assertThat(job(spark).run().run().execution().costs().grids()).isEqualTo(GRIDS);
  }

  /** The grid that hangs is under way by itself, with its mark. */
  private void waitForAMark(DriverProcess driver) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + 90_000_000_000L;
    while (marks().isEmpty()) {
      assertThat(System.nanoTime()).as(driver.output()).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  /** Of grids under way. */
  private List<Path> marks() throws IOException {
    if (!Files.exists(output.resolve("_starts"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(output.resolve("_starts"))) {
      return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{8}-.*")).toList();
    }
  }

  private void waitForAPiece(DriverProcess driver) throws IOException, InterruptedException {
    Pieces pieces =
        new Pieces(
            new RunLayout(new org.apache.hadoop.fs.Path(output.toUri())),
            new org.apache.hadoop.conf.Configuration());
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (pieces.runIds().stream()
        .flatMap(run -> pieces.of(run).stream())
        .noneMatch(piece -> piece.state() == Pieces.State.COMMITTED)) {
      assertThat(System.nanoTime()).as(driver.output()).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
