package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
  @TempDir private Path folder;

  private static final ResultMaker MAKER = new ResultMaker("1.2.3", "{\"a\":1}");
  private static final StartMarks.Worker WORKER = new StartMarks.Worker("app", "1");

  private RunLayout layout;
  private Pieces pieces;

  @BeforeEach
  void open() {
    layout = new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri()));
    pieces = new Pieces(layout, new Configuration());
  }

  private static Pieces.Announcement of(String... identities) {
    return new Pieces.Announcement(List.of(identities), MAKER);
  }

  @Test
  void anEmptyOutputFolderHasNone() {
    assertThat(pieces.runIds()).isEmpty();
    assertThat(pieces.of("run")).isEmpty();
  }

  @Test
  void aPieceIsCommittedByItsMarkAlone() throws IOException {
    Path done = Path.of(pieces.announce("run", 0, of("a", "b")).toUri());
    Path left = Path.of(pieces.announce("run", 1, of("c")).toUri());
    Files.createDirectories(left);
    Files.createFile(Files.createDirectories(done).resolve("_SUCCESS"));

    assertThat(pieces.runIds()).containsExactly("run");
    assertThat(pieces.of("run"))
        .extracting(Pieces.Piece::state)
        .containsExactly(Pieces.State.COMMITTED, Pieces.State.UNFINISHED);
    assertThat(pieces.announced(pieces.of("run").get(1)).identities()).containsExactly("c");
    assertThat(pieces.announced(pieces.of("run").get(1)).maker()).isEqualTo(MAKER);
  }

  @Test
  void anAnnouncementThatWasCutOffSaysNothing() throws IOException {
    Path left = Path.of(pieces.announce("run", 0, of("a")).toUri());
    Files.writeString(Path.of(left + ".json"), "[\"a");

    assertThat(pieces.announced(pieces.of("run").get(0)).identities()).isEmpty();
    Files.delete(left.resolveSibling("." + left.getFileName() + ".json.crc"));
    Files.writeString(Path.of(left + ".json"), "");
    assertThat(pieces.announced(pieces.of("run").get(0)).identities()).isEmpty();
  }

  @Test
  void anAnnouncementOfAnOlderVersionIsAListOfIdentities() throws IOException {
    Path left = Path.of(pieces.announce("run", 0, of("a")).toUri());
    Files.delete(left.resolveSibling("." + left.getFileName() + ".json.crc"));
    Files.writeString(Path.of(left + ".json"), "[\"b\",\"c\"]");

    Pieces.Announcement announced = pieces.announced(pieces.of("run").get(0));
    assertThat(announced.identities()).containsExactly("b", "c");
    assertThat(announced.maker()).isNull();
  }

  @Test
  void startsWithoutAnEndAreCounted() {
    StartMarks marks = new StartMarks(layout, new Configuration());
    StartMarks.Mark ended = marks.begin("a", WORKER, "remark");
    marks.begin("b", WORKER, "remark");
    marks.begin("b", WORKER, "remark");
    ended.end();

    assertThat(marks.count("a")).isZero();
    assertThat(marks.count("b")).isEqualTo(2);
    assertThat(marks.count("c")).isZero();
    assertThat(marks.among(Set.of("a", "b", "c"))).containsExactly("b");
    marks.forget(Set.of("a", "b"));
    assertThat(marks.among(Set.of("a", "b"))).isEmpty();
  }

  @Test
  void startsOfWorkersThatWereTakenAwayDoNotCount() {
    StartMarks marks = new StartMarks(layout, new Configuration());
    StartMarks.Worker preempted = new StartMarks.Worker("app", "2");
    marks.begin("a", WORKER, "remark");
    marks.begin("a", preempted, "remark");
    marks.begin("b", preempted, "remark");
    StartMarks.Mark blamed = marks.begin("c", preempted, "remark");
    blamed.blame();

    marks.forgive(preempted::equals);

    assertThat(marks.count("a")).isOne();
    assertThat(marks.count("b")).isZero();
    assertThat(marks.count("c")).as("its work killed the worker").isOne();
    assertThat(marks.among(Set.of("a", "b", "c"))).containsExactly("a", "c");
  }

  @Test
  void whoIsNearEveryLossIsSuspectedAfterAll() {
    StartMarks marks = new StartMarks(layout, new Configuration());
    for (int loss = 1; loss <= 10; loss++) {
      marks.begin("a", WORKER, "remark");
      marks.forgive(WORKER::equals);
      assertThat(marks.count("a")).isEqualTo(Math.max(0, loss - 8));
    }
  }
}
