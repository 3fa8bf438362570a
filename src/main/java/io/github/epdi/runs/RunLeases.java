package io.github.epdi.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Leases of runs: who computes a run now, so that another driver need not. Advice only, which saves
 * work; that nothing is committed twice is the manifests' doing. A lease is a file that exactly one
 * driver can make, and a second one that it touches again and again; whoever has not touched it for
 * the lease's life is taken for dead. Clocks of drivers and storage must agree within that.
 */
public final class RunLeases {
  private static final Pattern NAME = Pattern.compile("(\\d{8})\\.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunLayout layout;
  private final Configuration configuration;
  private final InstantSource clock;

  /** Those of one output folder, which need not exist yet. */
  public RunLeases(RunLayout layout, Configuration configuration) {
    this(layout, configuration, InstantSource.system());
  }

  RunLeases(RunLayout layout, Configuration configuration, InstantSource clock) {
    this.layout = layout;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * A lease that has been touched within its life.
   *
   * @param number counts takings over
   * @param holder who has it
   * @param silence since it was last touched
   */
  public record Held(int number, LeaseHolder holder, Duration silence) {}

  /**
   * Takes a run's lease if nobody living has it.
   *
   * @param life time after which silence means death
   * @return the lease, which is kept alive until it is closed; empty if another driver has it
   */
  public Optional<RunLease> acquire(String runId, Duration life) {
    LeaseHolder self = LeaseHolder.self(clock.instant(), life);
    try {
      Publication publication = Publication.on(layout.root(), configuration);
      while (true) {
        int newest = newest(runId); // looked at once: what comes after it is what two would take
        if (held(runId, newest).isPresent()) {
          return Optional.empty();
        }
        if (publication.publish(file(runId, newest + 1), JSON.writeValueAsBytes(self))) {
          return Optional.of(new RunLease(this, runId, newest + 1, self));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lease run " + runId + ": " + e.getMessage(), e);
    }
  }

  /** Who computes a run now; empty if nobody does. */
  public Optional<Held> held(String runId) {
    try {
      return held(runId, newest(runId));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the lease of run " + runId, e);
    }
  }

  private Optional<Held> held(String runId, int number) throws IOException {
    if (number == 0) {
      return Optional.empty();
    }
    try {
      LeaseHolder holder = holder(runId, number);
      Duration silence = Duration.between(lastTouched(runId, number), clock.instant());
      boolean living = silence.toMillis() <= holder.lifeMillis() && !holder.isKnownDead();
      return living ? Optional.of(new Held(number, holder, silence)) : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty(); // given back between listing and reading
    }
  }

  /** Whether this lease is still the one that counts. */
  boolean isNewest(String runId, int number, LeaseHolder owner) throws IOException {
    try {
      return newest(runId) == number && holder(runId, number).equals(owner);
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  void touch(String runId, int number) throws IOException {
    Path file = beat(runId, number);
    file.getFileSystem(configuration).create(file, true).close();
  }

  void giveBack(String runId, int number) throws IOException {
    FileSystem files = layout.root().getFileSystem(configuration);
    files.delete(beat(runId, number), false);
    files.delete(file(runId, number), false);
  }

  private LeaseHolder holder(String runId, int number) throws IOException {
    Path file = file(runId, number);
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      return JSON.readValue(in.readAllBytes(), LeaseHolder.class);
    }
  }

  private java.time.Instant lastTouched(String runId, int number) throws IOException {
    FileSystem files = layout.root().getFileSystem(configuration);
    long taken = files.getFileStatus(file(runId, number)).getModificationTime();
    try {
      long touched = files.getFileStatus(beat(runId, number)).getModificationTime();
      return java.time.Instant.ofEpochMilli(Math.max(taken, touched));
    } catch (FileNotFoundException e) {
      return java.time.Instant.ofEpochMilli(taken);
    }
  }

  private int newest(String runId) throws IOException {
    List<FileStatus> found =
        Pieces.list(layout.root().getFileSystem(configuration), layout.leases(runId));
    return found.stream()
        .map(status -> NAME.matcher(status.getPath().getName()))
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private Path file(String runId, int number) {
    return new Path(layout.leases(runId), String.format(Locale.ROOT, "%08d.json", number));
  }

  private Path beat(String runId, int number) {
    return new Path(layout.leases(runId), String.format(Locale.ROOT, "%08d.beat", number));
  }
}
