package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLeasesTest {
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final String RUN = "0123456789abcdef";

  @TempDir private Path folder;

  private RunLeases leases(InstantSource clock) {
    return new RunLeases(
        new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration(), clock);
  }

  private RunLeases leases() {
    return leases(InstantSource.system());
  }

  private RunLeases in(Duration future) {
    return leases(InstantSource.offset(InstantSource.system(), future));
  }

  @Test
  void oneDriverHasARun() {
    try (RunLease lease = leases().acquire(RUN, LIFE).orElseThrow()) {
      assertThat(leases().acquire(RUN, LIFE)).isEmpty();
      assertThat(leases().acquire("another", LIFE)).isPresent().get().satisfies(RunLease::close);
      RunLeases.Held held = leases().held(RUN).orElseThrow();
      assertThat(held.holder().process()).isEqualTo(ProcessHandle.current().pid());
      assertThat(held.holder().lifeMillis()).isEqualTo(LIFE.toMillis());
      assertThat(held.silence()).isLessThan(LIFE);
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void aLeaseThatIsGivenBackIsFreeAndLeavesNothing() throws IOException {
    leases().acquire(RUN, LIFE).orElseThrow().close();

    assertThat(leases().held(RUN)).isEmpty();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    try (RunLease again = leases().acquire(RUN, LIFE).orElseThrow()) {
      assertThat(again.isHeld()).isTrue();
    }
  }

  @Test
  void silenceLongerThanItsLifeIsDeath() {
    try (RunLease silent = leases().acquire(RUN, LIFE).orElseThrow()) {
      assertThat(in(LIFE.minusSeconds(5)).held(RUN)).isPresent();
      RunLeases later = in(LIFE.plusSeconds(5));
      assertThat(later.held(RUN)).isEmpty();

      try (RunLease taken = later.acquire(RUN, LIFE).orElseThrow()) {
        assertThat(taken.isHeld()).isTrue();
        assertThat(silent.isHeld()).isFalse();
      }
    }
  }

  @Test
  void aDriverThatIsAliveStaysSo() throws InterruptedException, IOException {
    Duration life = Duration.ofMillis(800);
    try (RunLease lease = leases().acquire(RUN, life).orElseThrow()) {
      Path taken = folder.resolve("_data/" + RUN + "/leases/00000001.json");
      Files.setLastModifiedTime(taken, FileTime.from(Instant.now().minusSeconds(3600)));
      Path beat = folder.resolve("_data/" + RUN + "/leases/00000001.beat");
      while (!Files.exists(beat)) {
        Thread.sleep(20);
      }
      assertThat(leases().held(RUN)).isPresent();
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void aDriverOfThisMachineWhoseProcessEndedIsDeadAtOnce() throws Exception {
    try (RunLease lease = leases().acquire(RUN, LIFE).orElseThrow()) {
      Path file = folder.resolve("_data/" + RUN + "/leases/00000001.json");
      Process ended = new ProcessBuilder("true").start();
      ended.waitFor();
      String own = "\"process\":" + ProcessHandle.current().pid();
      Files.writeString(file, Files.readString(file).replace(own, "\"process\":" + ended.pid()));

      assertThat(leases().held(RUN)).isEmpty();
      assertThat(lease.isHeld()).isFalse();
    }
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    int drivers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(drivers);
    CyclicBarrier start = new CyclicBarrier(drivers);
    Callable<Optional<RunLease>> taking =
        () -> {
          start.await();
          return leases().acquire(RUN, LIFE);
        };
    List<RunLease> got = new ArrayList<>();
    try {
      for (Future<Optional<RunLease>> lease :
          threads.invokeAll(Stream.generate(() -> taking).limit(drivers).toList())) {
        lease.get().ifPresent(got::add);
      }
      assertThat(got).hasSize(1);
    } finally {
      threads.shutdownNow();
      got.forEach(RunLease::close);
    }
  }
}
