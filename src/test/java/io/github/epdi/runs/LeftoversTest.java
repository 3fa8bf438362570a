package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One visible run, one that a driver left and one that a driver is at. */
class LeftoversTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;

  private RunLayout layout;
  private RunLease lease;

  @BeforeEach
  void makeRuns() throws IOException {
    layout = new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri()));
    Configuration configuration = new Configuration();
    file("_data/visible/pieces/0-a/part.parquet");
    file("_data/visible/tables/grids/used/part.parquet");
    file("_data/visible/tables/grids/lost/part.parquet");
    new Manifests(layout, configuration)
        .commit(
            "visible",
            Map.of(
                "grids",
                List.of(
                    new TableFile(
                        "_data/visible/tables/grids/used/part.parquet", "visible", 3, 1, "ab")),
                "runs",
                List.of(
                    new TableFile(
                        "_data/visible/tables/grids/used/part.parquet", "visible", 1, 1, "ab"))));
    Pieces pieces = new Pieces(layout, configuration);
    Path done =
        Path.of(pieces.announce("left", 0, new Pieces.Announcement(List.of("a"), null)).toUri());
    Files.createFile(Files.createDirectories(done).resolve("_SUCCESS"));
    Path half =
        Path.of(pieces.announce("left", 1, new Pieces.Announcement(List.of("b"), null)).toUri());
    Files.createFile(Files.createDirectories(half).resolve("part.parquet"));
    file("_data/left/tables/grids/lost/part.parquet");
    Path busy =
        Path.of(pieces.announce("busy", 0, new Pieces.Announcement(List.of("c"), null)).toUri());
    Files.createFile(Files.createDirectories(busy).resolve("part.parquet"));
    file("_manifests/.tmp-x");
    lease = new RunLeases(layout, configuration).acquire("busy", Duration.ofDays(10)).orElseThrow();
  }

  @org.junit.jupiter.api.AfterEach
  void giveBack() {
    lease.close();
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "12345");
  }

  private Leftovers tomorrow() {
    return new Leftovers(
        layout,
        new Configuration(),
        InstantSource.offset(InstantSource.system(), DAY.plusHours(1)));
  }

  private List<String> found(Leftovers.Unfinished unfinished) {
    return tomorrow().find(unfinished, DAY).stream()
        .map(leftover -> folder.relativize(Path.of(leftover.path().toUri().getPath())).toString())
        .map(name -> name.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID"))
        .sorted()
        .toList();
  }

  @Test
  void whatNoReaderWillSeeIsFound() {
    assertThat(found(Leftovers.Unfinished.KEEP))
        .containsExactly(
            "_data/left/pieces/1-UUID",
            "_data/left/tables/grids/lost",
            "_data/visible/pieces",
            "_data/visible/tables/grids/lost",
            "_manifests/.tmp-x");
    assertThat(found(Leftovers.Unfinished.REMOVE))
        .containsExactly(
            "_data/left",
            "_data/visible/pieces",
            "_data/visible/tables/grids/lost",
            "_manifests/.tmp-x");
  }

  @Test
  void whatWasWrittenLatelyIsKept() {
    assertThat(new Leftovers(layout, new Configuration()).find(Leftovers.Unfinished.REMOVE, DAY))
        .isEmpty();
  }

  @Test
  void afterCleaningWhatIsVisibleAndWhatIsNeededIsThere() {
    tomorrow().remove(tomorrow().find(Leftovers.Unfinished.KEEP, DAY));

    assertThat(found(Leftovers.Unfinished.KEEP)).isEmpty();
    assertThat(folder.resolve("_data/visible/tables/grids/used/part.parquet")).exists();
    assertThat(new Pieces(layout, new Configuration()).of("left"))
        .extracting(Pieces.Piece::state)
        .containsExactly(Pieces.State.COMMITTED, Pieces.State.UNFINISHED);
    assertThat(folder.resolve("_data/busy/pieces")).isNotEmptyDirectory();
  }

  @Test
  void everyRunHasItsState() {
    List<RunStates.RunState> runs = new RunStates(layout, new Configuration()).list();

    assertThat(runs)
        .extracting(RunStates.RunState::runId, RunStates.RunState::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("visible", RunStates.State.VISIBLE),
            org.assertj.core.groups.Tuple.tuple("busy", RunStates.State.RUNNING),
            org.assertj.core.groups.Tuple.tuple("left", RunStates.State.UNFINISHED));
    assertThat(runs.get(0).grids()).isEqualTo(3);
    assertThat(runs.get(0).bytes()).isEqualTo(15);
    assertThat(runs.get(1).driver().process()).isEqualTo(ProcessHandle.current().pid());
    assertThat(runs.get(2).pieces()).isOne();
  }
}
