package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.FaultyProxy;
import io.github.epdi.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conditional PUTs: of two committers on S3 the first one has the number. */
class ManifestsOnS3Test {
  private static final Configuration DIRECT = new Configuration();

  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    DIRECT.setBoolean("fs.s3a.impl.disable.cache", true);
    server = S3Server.start();
    server.bucket("commits", DIRECT);
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  private static Map<String, List<TableFile>> files(String runId) {
    return Map.of("runs", List.of(new TableFile("_data/" + runId + "/r", runId, 1, 10, "cd")));
  }

  @Test
  void aNameIsTakenOnce() throws IOException {
    Path name = new Path("s3a://commits/once/1.json");
    Publication publication = Publication.on(name, DIRECT);

    assertThat(publication.publish(name, "first".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(publication.publish(name, "second".getBytes(StandardCharsets.UTF_8))).isFalse();

    try (InputStream in = name.getFileSystem(DIRECT).open(name)) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }
  }

  /** One committer is held up just before its PUT, until another one has taken the number. */
  @Test
  void whoComesSecondTakesTheNextNumber() throws IOException {
    RunLayout layout = new RunLayout(new Path("s3a://commits/results"));
    List<Manifests.Outcome> others = new ArrayList<>();
    Manifests.Outcome held =
        commitHeldUp(
            layout,
            "held",
            () -> others.add(new Manifests(layout, DIRECT).commit("fast", files("fast"))));

    assertThat(others).containsExactly(Manifests.Outcome.COMMITTED);
    assertThat(held).isEqualTo(Manifests.Outcome.COMMITTED);
    Manifest newest = new Manifests(layout, DIRECT).newest();
    assertThat(newest.number()).isEqualTo(2);
    assertThat(newest.commitOrder()).containsExactly("fast", "held");
  }

  @Test
  void whoComesSecondWithTheSameRunChangesNothing() throws IOException {
    RunLayout layout = new RunLayout(new Path("s3a://commits/results-of-one"));
    Manifests.Outcome held =
        commitHeldUp(
            layout, "one", () -> new Manifests(layout, DIRECT).commit("one", files("one")));

    assertThat(held).isEqualTo(Manifests.Outcome.ALREADY_VISIBLE);
    assertThat(new Manifests(layout, DIRECT).newest().number()).isEqualTo(1);
  }

  private static Manifests.Outcome commitHeldUp(RunLayout layout, String runId, Runnable meanwhile)
      throws IOException {
    Configuration slow = new Configuration(DIRECT);
    AtomicBoolean held = new AtomicBoolean();
    FaultyProxy proxy =
        server.bucket(
            "commits",
            (number, request) -> {
              if (request.startsWith("PUT ")
                  && request.endsWith("_manifests/00000001.json")
                  && held.compareAndSet(false, true)) {
                meanwhile.run();
              }
              return false;
            },
            0,
            slow);
    try {
      return new Manifests(layout, slow).commit(runId, files(runId));
    } finally {
      proxy.stop();
    }
  }
}
