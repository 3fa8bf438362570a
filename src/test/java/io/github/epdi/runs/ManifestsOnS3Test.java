package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.FaultyProxy;
import io.github.epdi.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /** As a driver commits it: no two drivers write files of one name. */
  private static Map<String, List<TableFile>> files(String runId) {
    String name = "_data/" + runId + "/" + UUID.randomUUID();
    return Map.of("runs", List.of(new TableFile(name, runId, 1, 10, "cd")));
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

  /** Loses the reply to the first PUT of an object. */
  private record LostOnce(String key, AtomicBoolean done) implements FaultyProxy.Faults {
    @Override
    public boolean fail(int number, String request) {
      return false;
    }

    @Override
    public boolean loseReply(int number, String request) {
      return request.startsWith("PUT ") && request.endsWith(key) && done.compareAndSet(false, true);
    }
  }

  private interface Attempt {
    void on(Configuration configuration) throws IOException;
  }

  private static void losingTheReplyTo(String key, Attempt attempt) throws IOException {
    Configuration losing = new Configuration(DIRECT);
    FaultyProxy proxy = server.bucket("commits", new LostOnce(key, new AtomicBoolean()), 0, losing);
    try {
      attempt.on(losing);
      assertThat(proxy.lost()).isOne();
    } finally {
      proxy.stop();
    }
  }

  @Test
  void aCommitWhoseReplyIsLostIsOnesOwn() throws IOException {
    RunLayout layout = new RunLayout(new Path("s3a://commits/lost-commit"));

    losingTheReplyTo(
        "_manifests/00000001.json",
        losing ->
            assertThat(new Manifests(layout, losing).commit("one", files("one")))
                .isEqualTo(Manifests.Outcome.COMMITTED));

    assertThat(new Manifests(layout, DIRECT).newest().number()).isEqualTo(1);
  }

  @Test
  void aLeaseWhoseReplyIsLostIsOnesOwn() throws IOException {
    RunLayout layout = new RunLayout(new Path("s3a://commits/lost-lease"));

    losingTheReplyTo(
        "leases/00000001.json",
        losing -> {
          try (RunLease lease =
              new RunLeases(layout, losing).acquire("one", Duration.ofMinutes(1)).orElseThrow()) {
            assertThat(lease.isHeld()).isTrue();
          }
        });
  }

  @Test
  void aLostReplyToAPutThatWasRefusedIsNoCommit() throws IOException {
    Path name = new Path("s3a://commits/lost-refusal/1.json");
    assertThat(Publication.on(name, DIRECT).publish(name, bytes("first"))).isTrue();

    losingTheReplyTo(
        "lost-refusal/1.json",
        losing ->
            assertThat(Publication.on(name, losing).publish(name, bytes("second"))).isFalse());

    try (InputStream in = name.getFileSystem(DIRECT).open(name)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes("first"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
