package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
  private static final int COMMITTERS = 8;

  @TempDir Path folder;

  private Manifests local() {
    return new Manifests(layout(), new Configuration());
  }

  private RunLayout layout() {
    return new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri()));
  }

  private static Map<String, List<TableFile>> files(String runId) {
    return Map.of(
        "materials", List.of(new TableFile("_data/" + runId + "/m", runId, 2, 10, "ab")),
        "runs", List.of(new TableFile("_data/" + runId + "/r", runId, 1, 10, "cd")));
  }

  /** As a driver commits it: no two drivers write files of one name. */
  private static Map<String, List<TableFile>> filesOfOneDriver(String runId) {
    String name = "_data/" + runId + "/" + UUID.randomUUID();
    return Map.of(
        "materials", List.of(new TableFile(name + "m", runId, 2, 10, "ab")),
        "runs", List.of(new TableFile(name + "r", runId, 1, 10, "cd")));
  }

  @Test
  void beforeTheFirstCommitNothingIsVisible() {
    assertThat(local().newest().tables()).isEmpty();
    assertThat(local().newest().runIds()).isEmpty();
  }

  @Test
  void aManifestHoldsAllThatIsVisibleFromItOn() {
    local().commit("a", files("a"));
    local().commit("b", files("b"));

    Manifest newest = local().newest();

    assertThat(newest.number()).isEqualTo(2);
    assertThat(newest.runIds()).containsExactly("a", "b");
    assertThat(newest.files("materials"))
        .containsExactly(files("a").get("materials").get(0), files("b").get("materials").get(0));
    assertThat(newest.files("sites")).isEmpty();
  }

  @Test
  void aRunThatIsVisibleIsNotCommittedAgain() throws IOException {
    assertThat(local().commit("a", files("a"))).isEqualTo(Manifests.Outcome.COMMITTED);
    byte[] first = Files.readAllBytes(folder.resolve("_manifests/00000001.json"));

    assertThat(local().commit("a", files("a"))).isEqualTo(Manifests.Outcome.ALREADY_VISIBLE);

    assertThat(names()).containsExactly("00000001.json");
    assertThat(folder.resolve("_manifests/00000001.json")).hasBinaryContent(first);
  }

  @Test
  void ofManyCommittersEachGetsItsOwnNumber() throws Exception {
    List<Manifests.Outcome> outcomes = race(local(), i -> "run" + i);

    assertThat(outcomes).containsOnly(Manifests.Outcome.COMMITTED);
    assertAllVisible(local().newest());
    assertThat(names()).hasSize(COMMITTERS).doesNotContain(".tmp");
  }

  @Test
  void ofManyCommittersOfOneRunOneWins() throws Exception {
    List<Manifests.Outcome> outcomes = race(local(), i -> "same");

    assertThat(outcomes).containsOnlyOnce(Manifests.Outcome.COMMITTED);
    assertThat(local().newest().number()).isEqualTo(1);
  }

  @Test
  void theSameHoldsOnHdfs() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    try (MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(configuration).numDataNodes(1).build()) {
      cluster.waitActive();
      RunLayout layout =
          new RunLayout(new org.apache.hadoop.fs.Path(cluster.getURI() + "/results"));
      Manifests manifests = new Manifests(layout, configuration);

      assertThat(race(manifests, i -> "run" + i)).containsOnly(Manifests.Outcome.COMMITTED);
      assertAllVisible(manifests.newest());
      assertThat(race(manifests, i -> "same")).containsOnlyOnce(Manifests.Outcome.COMMITTED);
      assertThat(cluster.getFileSystem().listStatus(layout.manifests())).hasSize(COMMITTERS + 1);

      // An address that leaves the name of the cluster to the settings, as of most users.
      configuration.set("fs.defaultFS", cluster.getURI().toString());
      manifests =
          new Manifests(
              new RunLayout(new org.apache.hadoop.fs.Path("hdfs:///others")), configuration);
      assertThat(race(manifests, i -> "same")).containsOnlyOnce(Manifests.Outcome.COMMITTED);
    }
  }

  @Test
  void aNameIsTakenOnce() throws IOException {
    org.apache.hadoop.fs.Path name = new org.apache.hadoop.fs.Path(folder.toUri() + "/a/x.json");

    assertThat(new LinkPublication().publish(name, "1".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(new LinkPublication().publish(name, "2".getBytes(StandardCharsets.UTF_8))).isFalse();

    assertThat(folder.resolve("a/x.json")).hasContent("1");
  }

  @Test
  void unfinishedAndForeignFilesAreNoManifests() throws IOException {
    local().commit("a", files("a"));
    Files.writeString(folder.resolve("_manifests/.tmp-1"), "half");
    Files.writeString(folder.resolve("_manifests/99.json"), "no manifest of ours");

    assertThat(local().newest().number()).isEqualTo(1);
  }

  @Test
  void aManifestOfAnotherFormatIsAnError() throws IOException {
    Files.createDirectories(folder.resolve("_manifests"));
    Files.writeString(
        folder.resolve("_manifests/00000001.json"), "{\"format\":2,\"number\":1,\"parts\":{}}");

    assertThatThrownBy(() -> local().newest())
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "00000001.json: expected format 1, found 2; a newer epdi-screen wrote it, use that one");
  }

  private static void assertAllVisible(Manifest newest) {
    assertThat(newest.number()).isEqualTo(COMMITTERS);
    assertThat(newest.runIds()).hasSize(COMMITTERS);
    assertThat(newest.files("materials")).hasSize(COMMITTERS);
  }

  private static List<Manifests.Outcome> race(
      Manifests manifests, java.util.function.IntFunction<String> runIds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COMMITTERS);
    CyclicBarrier start = new CyclicBarrier(COMMITTERS);
    try {
      List<Callable<Manifests.Outcome>> commits = new ArrayList<>();
      for (int i = 0; i < COMMITTERS; i++) {
        String runId = runIds.apply(i);
        commits.add(
            () -> {
              start.await();
              return manifests.commit(runId, filesOfOneDriver(runId));
            });
      }
      List<Manifests.Outcome> outcomes = new ArrayList<>();
      for (Future<Manifests.Outcome> future : threads.invokeAll(commits)) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("_manifests"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
