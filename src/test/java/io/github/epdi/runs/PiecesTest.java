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

  private RunLayout layout;
  private Pieces pieces;

  @BeforeEach
  void open() {
    layout = new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri()));
    pieces = new Pieces(layout, new Configuration());
  }

  @Test
  void anEmptyOutputFolderHasNone() {
    assertThat(pieces.runIds()).isEmpty();
    assertThat(pieces.of("run")).isEmpty();
  }

  @Test
  void aPieceIsCommittedByItsMarkAlone() throws IOException {
    Path done = Path.of(pieces.announce("run", 0, List.of("a", "b")).toUri());
    Path left = Path.of(pieces.announce("run", 1, List.of("c")).toUri());
    Files.createDirectories(left);
    Files.createFile(Files.createDirectories(done).resolve("_SUCCESS"));

    assertThat(pieces.runIds()).containsExactly("run");
    assertThat(pieces.of("run"))
        .extracting(Pieces.Piece::state)
        .containsExactly(Pieces.State.COMMITTED, Pieces.State.UNFINISHED);
    assertThat(pieces.announced(pieces.of("run").get(1))).containsExactly("c");
  }

  @Test
  void anAnnouncementThatWasCutOffSaysNothing() throws IOException {
    Path left = Path.of(pieces.announce("run", 0, List.of("a")).toUri());
    Files.writeString(Path.of(left + ".json"), "[\"a");

    assertThat(pieces.announced(pieces.of("run").get(0))).isEmpty();
  }

  @Test
  void startsWithoutAnEndAreCounted() {
    StartMarks marks = new StartMarks(layout, new Configuration());
    StartMarks.Mark ended = marks.begin("a", "remark");
    marks.begin("b", "remark");
    marks.begin("b", "remark");
    ended.end();

    assertThat(marks.count("a")).isZero();
    assertThat(marks.count("b")).isEqualTo(2);
    assertThat(marks.count("c")).isZero();
    assertThat(marks.among(Set.of("a", "b", "c"))).containsExactly("b");
    marks.forget(Set.of("a", "b"));
    assertThat(marks.among(Set.of("a", "b"))).isEmpty();
  }
}
