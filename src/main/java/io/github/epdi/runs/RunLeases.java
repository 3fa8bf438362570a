package io.github.epdi.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Leases tell which driver computes a run, so that no other driver computes it too. They only save
 * work, whereas manifests make sure that nothing is committed twice. A lease is a file that exactly
 * one driver can create, next to a second file that the holder writes repeatedly. A holder that has
 * not written it for the life of the lease counts as dead.
 *
 * <p>Changing a clock does not affect that. On the holder's own machine its silence is counted from
 * the start of the machine. Elsewhere it is the time between the holder's last sign of life and a
 * file that the asking driver writes now, both dated by the storage.
 */
public final class RunLeases {
  private static final Pattern NAME = Pattern.compile("(\\d{8})\\.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunLayout layout;
  private final Configuration configuration;
  private final LeaseClock clock;
  private final Heart heart;

  /** Takes one output folder, which need not exist yet. */
  public RunLeases(RunLayout layout, Configuration configuration) {
    this(layout, configuration, LeaseClock.system(), Heart::onThread);
  }

  RunLeases(RunLayout layout, Configuration configuration, LeaseClock clock, Heart heart) {
    this.layout = layout;
    this.configuration = configuration;
    this.clock = clock;
    this.heart = heart;
  }

  /**
   * A lease whose holder is not known to be dead.
   *
   * @param number number of the lease, which grows each time another driver takes it over
   * @param holder the driver that holds it
   * @param silence time since the holder's last sign of life
   */
  public record Held(int number, LeaseHolder holder, Duration silence) {}

  /**
   * Takes a run's lease if no living driver holds it.
   *
   * @param runId id of the run
   * @param life time of silence after which the holder counts as dead
   * @return the lease, which is kept alive until it is closed; empty if another driver has it
   * @throws UncheckedIOException if storage fails
   */
  public Optional<RunLease> acquire(String runId, Duration life) {
    LeaseHolder self = LeaseHolder.self(clock, life);
    try {
      Publication publication = Publication.on(layout.root(), configuration);
      while (true) {
        int newest = newest(runId); // read first: two drivers would both try the number after it
        if (heldByAnyClock(runId, newest).isPresent()) {
          return Optional.empty();
        }
        if (publication.publish(file(runId, newest + 1), JSON.writeValueAsBytes(self))) {
          return Optional.of(new RunLease(this, runId, newest + 1, self, heart));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lease run " + runId + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the lease of the driver that computes a run, judged by this machine's clock. Empty if
   * there is none. Nothing is written.
   */
  public Optional<Held> held(String runId) {
    try {
      return held(runId, newest(runId), this::silence);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the lease of run " + runId, e);
    }
  }

  /**
   * Returns the lease that keeps {@link #acquire} from taking a run. Empty if there is none. This
   * may write a file.
   */
  public Optional<Held> keptBy(String runId) {
    try {
      return heldByAnyClock(runId, newest(runId));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the lease of run " + runId, e);
    }
  }

  /**
   * Judges by the clock of this machine. If the holder seems dead, the clock of the storage, which
   * dates all files, decides.
   */
  private Optional<Held> heldByAnyClock(String runId, int number) throws IOException {
    Optional<Held> held = held(runId, number, this::silence);
    return held.isPresent() ? held : held(runId, number, this::silenceByStorage);
  }

  /** Measures how long the holder of a lease has been silent. */
  private interface Silence {
    Duration of(String runId, int number, LeaseHolder holder) throws IOException;
  }

  private Optional<Held> held(String runId, int number, Silence measure) throws IOException {
    if (number == 0) {
      return Optional.empty();
    }
    try {
      LeaseHolder holder = holder(runId, number);
      if (holder.isKnownDead()) {
        return Optional.empty();
      }
      Duration silence = measure.of(runId, number, holder);
      return silence.toMillis() <= holder.lifeMillis()
          ? Optional.of(new Held(number, holder, silence))
          : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty(); // it was given back between listing and reading
    }
  }

  private Duration silence(String runId, int number, LeaseHolder holder) throws IOException {
    OptionalLong sinceStart = silenceSinceStart(runId, number, holder);
    return sinceStart.isPresent()
        ? Duration.ofMillis(sinceStart.getAsLong())
        : Duration.between(lastTouched(runId, number), clock.now());
  }

  private Duration silenceByStorage(String runId, int number, LeaseHolder holder)
      throws IOException {
    OptionalLong sinceStart = silenceSinceStart(runId, number, holder);
    if (sinceStart.isPresent()) {
      return Duration.ofMillis(sinceStart.getAsLong()); // nobody can have set that clock
    }
    FileSystem files = layout.root().getFileSystem(configuration);
    Path now = new Path(layout.leases(runId), UUID.randomUUID() + ".now");
    files.create(now, false).close();
    try {
      Instant storage = Instant.ofEpochMilli(files.getFileStatus(now).getModificationTime());
      return Duration.between(lastTouched(runId, number), storage);
    } finally {
      files.delete(now, false);
    }
  }

  /**
   * Milliseconds of silence by the time since the start of this machine. Empty if the holder is
   * elsewhere, or if it was stopped in the middle of writing its sign of life: then only the date
   * of the file tells.
   */
  private OptionalLong silenceSinceStart(String runId, int number, LeaseHolder holder)
      throws IOException {
    OptionalLong uptime = clock.uptimeMillis();
    if (!holder.isHere() || holder.takenUptimeMillis() == null || uptime.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong last = lastUptime(runId, number, holder);
    return last.isPresent()
        ? OptionalLong.of(uptime.getAsLong() - last.getAsLong())
        : OptionalLong.empty();
  }

  /** Tells whether this lease is still the newest of its run. */
  boolean isNewest(String runId, int number, LeaseHolder owner) throws IOException {
    try {
      return newest(runId) == number && holder(runId, number).equals(owner);
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** Writes a sign of life, which is the time since this machine was started. */
  void touch(String runId, int number) throws IOException {
    Path file = beat(runId, number);
    try (OutputStream out = file.getFileSystem(configuration).create(file, true)) {
      OptionalLong uptime = clock.uptimeMillis();
      if (uptime.isPresent()) {
        out.write(Long.toString(uptime.getAsLong()).getBytes(StandardCharsets.US_ASCII));
      }
    }
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

  /**
   * The last sign of life of a driver of this machine, in milliseconds since the machine was
   * started; empty if the file is not written to its end.
   */
  private OptionalLong lastUptime(String runId, int number, LeaseHolder holder) throws IOException {
    Path file = beat(runId, number);
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      String written = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return OptionalLong.of(Math.max(holder.takenUptimeMillis(), Long.parseLong(written)));
    } catch (FileNotFoundException e) {
      return OptionalLong.of(holder.takenUptimeMillis()); // no beat yet
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private Instant lastTouched(String runId, int number) throws IOException {
    FileSystem files = layout.root().getFileSystem(configuration);
    long taken = files.getFileStatus(file(runId, number)).getModificationTime();
    try {
      long touched = files.getFileStatus(beat(runId, number)).getModificationTime();
      return Instant.ofEpochMilli(Math.max(taken, touched));
    } catch (FileNotFoundException e) {
      return Instant.ofEpochMilli(taken);
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
