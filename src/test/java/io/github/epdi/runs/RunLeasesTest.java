package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** A clock that runs ahead of this machine's by as much as is said. */
  private static final class Ahead implements LeaseClock {
    private Duration passed = Duration.ZERO;
    private Duration set = Duration.ZERO;

    /** Time goes by. */
    Ahead after(Duration time) {
      passed = passed.plus(time);
      return this;
    }

    /** Somebody sets the clock. */
    Ahead setForward(Duration step) {
      set = set.plus(step);
      return this;
    }

    @Override
    public Instant now() {
      return Instant.now().plus(passed).plus(set);
    }

    @Override
    public OptionalLong uptimeMillis() {
      OptionalLong uptime = LeaseClock.system().uptimeMillis();
      assumeTrue(uptime.isPresent(), "skipped: this system does not tell when it was started");
      return OptionalLong.of(uptime.getAsLong() + passed.toMillis());
    }
  }

  /** A heart that beats when a test says so. */
  private static final class HeartOfTest implements Heart {
    private Duration every;
    private Runnable beat;

    @Override
    public Beating start(String name, Duration duration, Runnable action) {
      every = duration;
      beat = action;
      return () -> true;
    }
  }

  private RunLeases leases(LeaseClock clock, Heart heart) {
    return new RunLeases(
        new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri())),
        new Configuration(),
        clock,
        heart);
  }

  private RunLeases leases() {
    return leases(LeaseClock.system(), Heart::onThread);
  }

  private RunLeases in(Duration future) {
    return leases(new Ahead().after(future), Heart::onThread);
  }

  private Path leaseFile() {
    return folder.resolve("_data/" + RUN + "/leases/00000001.json");
  }

  /** As if the lease's driver ran on another machine, to which this one's name was given too. */
  private void moveToAnotherMachine() throws IOException {
    String lease = Files.readString(leaseFile());
    assumeTrue(ThisMachine.place() != null, "skipped: this system does not tell its boot id");
    Files.writeString(leaseFile(), lease.replace(ThisMachine.place(), "another-boot-id pid:[1]"));
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

  /** A driver may be stopped in the middle of a write; its file then is empty for ever. */
  @Test
  void aSignOfLifeThatIsHalfWrittenIsNoLifeForEver() throws IOException {
    Path beat = leaseFile().resolveSibling("00000001.beat");
    try (RunLease stopped =
        leases(new Ahead(), new HeartOfTest()).acquire(RUN, LIFE).orElseThrow()) {
      Files.createFile(beat);
      assertThat(leases().keptBy(RUN)).isPresent();
      assertThat(leases().acquire(RUN, LIFE)).isEmpty();

      FileTime past = FileTime.from(Instant.now().minus(LIFE).minusSeconds(5));
      Files.setLastModifiedTime(beat, past);
      Files.setLastModifiedTime(leaseFile(), past);

      try (RunLease taken = leases().acquire(RUN, LIFE).orElseThrow()) {
        assertThat(taken.isHeld()).isTrue();
        assertThat(stopped.isHeld()).isFalse();
      }
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
  void aDriverThatIsAliveStaysSo() {
    Ahead clock = new Ahead();
    HeartOfTest heart = new HeartOfTest();
    RunLeases leases = leases(clock, heart);
    try (RunLease lease = leases.acquire(RUN, LIFE).orElseThrow()) {
      assertThat(heart.every).isEqualTo(LIFE.dividedBy(4));
      for (int beat = 0; beat < 12; beat++) {
        clock.after(heart.every);
        heart.beat.run();
        assertThat(leases.held(RUN)).isPresent();
      }
      assertThat(lease.isHeld()).isTrue();
      clock.after(LIFE.plusSeconds(1));
      assertThat(leases.held(RUN)).as("its heart stands still").isEmpty();
    }
  }

  @Test
  void aClockThatIsSetMakesNoDriverOfThisMachineDead() {
    RunLeases stepped = leases(new Ahead().setForward(Duration.ofHours(1)), Heart::onThread);
    try (RunLease lease = leases().acquire(RUN, LIFE).orElseThrow()) {
      assertThat(stepped.held(RUN)).isPresent();
      assertThat(stepped.acquire(RUN, LIFE)).isEmpty();
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void norOneOfAnotherMachineWhoseSignsOfLifeTheStorageDates() throws IOException {
    RunLeases stepped = leases(new Ahead().setForward(Duration.ofHours(1)), Heart::onThread);
    try (RunLease lease = leases().acquire(RUN, LIFE).orElseThrow()) {
      assertThat(lease.isHeld()).isTrue();
      moveToAnotherMachine();

      assertThat(stepped.acquire(RUN, LIFE)).isEmpty();
      assertThat(stepped.keptBy(RUN)).isPresent();
      Files.setLastModifiedTime(
          leaseFile(), FileTime.from(Instant.now().minus(LIFE.multipliedBy(2))));
      assertThat(stepped.keptBy(RUN)).isEmpty();
      assertThat(stepped.acquire(RUN, LIFE)).isPresent().get().satisfies(RunLease::close);
    }
  }

  /** Hosts of one name are common: containers, images that were started twice. */
  @Test
  void aProcessOfAnotherMachineIsNotLookedForHere() throws Exception {
    try (RunLease lease = leases().acquire(RUN, LIFE).orElseThrow()) {
      assertThat(lease.isHeld()).isTrue();
      Process ended = new ProcessBuilder("true").start();
      ended.waitFor();
      String own = "\"process\":" + ProcessHandle.current().pid();
      Files.writeString(
          leaseFile(), Files.readString(leaseFile()).replace(own, "\"process\":" + ended.pid()));
      moveToAnotherMachine();

      assertThat(leases().held(RUN)).isPresent();
    }
  }

  @Test
  void aLeaseOfAnOlderVersionIsReadAndJudgedByItsAge() throws IOException {
    Files.createDirectories(leaseFile().getParent());
    Files.writeString(
        leaseFile(),
        """
        {"owner":"o","machine":"host pid:[1]","process":1,"process_started_ms":5,"taken_ms":1,
        "life_ms":60000}
        """);

    assertThat(leases().held(RUN)).isPresent();
    assertThat(in(LIFE.plusSeconds(5)).held(RUN)).isEmpty();
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
