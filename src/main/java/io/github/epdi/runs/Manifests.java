package io.github.epdi.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.epdi.structure.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads the newest manifest of an output folder and commits the next one. Safe against other
 * committers in this and other processes.
 */
public final class Manifests {
  private static final Pattern NAME = Pattern.compile("(\\d{8,18})\\.json");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The outcome of a commit. */
  public enum Outcome {
    /** This commit made the run's files visible. */
    COMMITTED,
    /** The run was visible before, so nothing was changed. */
    ALREADY_VISIBLE
  }

  private final RunLayout layout;
  private final Configuration configuration;

  /** Takes one output folder, which need not exist yet. */
  public Manifests(RunLayout layout, Configuration configuration) {
    this.layout = layout;
    this.configuration = configuration;
  }

  /**
   * Returns the manifest with the highest number, or the empty one with number 0 if there is none.
   *
   * @throws InputException if its format is another than this program's
   * @throws UncheckedIOException if it cannot be read
   */
  public Manifest newest() {
    try {
      OptionalLong number = numbers().mapToLong(n -> n).max();
      return number.isPresent() ? read(path(number.getAsLong())) : Manifest.EMPTY;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read manifests in " + layout.manifests(), e);
    }
  }

  /**
   * Returns the newest manifest of a folder in which something is committed.
   *
   * @param output the output folder as it was written, for messages
   * @throws InputException if there is no such folder or no manifest in it
   */
  public Manifest committed(String output) {
    Manifest newest = newest();
    if (newest.number() > 0) {
      return newest;
    }
    Path root = layout.root();
    try {
      FileSystem files = root.getFileSystem(configuration);
      if (!files.exists(root)) {
        throw missing(output, "found nothing there; check the path");
      }
      if (files.getFileStatus(root).isFile()) {
        throw missing(output, "found a file; give the folder that the campaign's output names");
      }
      throw missing(
          output,
          "found no manifest in it: nothing is committed there yet; run epdi screen first, or give"
              + " the folder that the campaign's output names");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read results in " + output, e);
    }
  }

  private static InputException missing(String output, String found) {
    return new InputException(
        "Cannot read results in " + output + ": expected a screening's output folder, " + found);
  }

  /** Returns when a manifest was published, by the clock of its file system. */
  Instant published(long number) {
    try {
      Path path = path(number);
      FileSystem files = path.getFileSystem(configuration);
      return Instant.ofEpochMilli(files.getFileStatus(path).getModificationTime());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at manifest " + path(number), e);
    }
  }

  /**
   * Makes a run's files visible by publishing the next manifest. If another committer was faster,
   * the one after it is tried.
   *
   * @param runId id of the run
   * @param files files of that run, by name of table
   * @throws UncheckedIOException if storage fails
   */
  public Outcome commit(String runId, Map<String, List<TableFile>> files) {
    try {
      Publication publication = Publication.on(layout.root(), configuration);
      while (true) {
        Manifest newest = newest();
        if (newest.runIds().contains(runId)) {
          return Outcome.ALREADY_VISIBLE;
        }
        Manifest next = newest.with(files);
        if (publication.publish(path(next.number()), JSON.writeValueAsBytes(next))) {
          return Outcome.COMMITTED;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot commit run " + runId + " to " + layout.manifests(), e);
    }
  }

  /** Returns the numbers of all manifests in ascending order. */
  List<Long> all() {
    try {
      return numbers().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list manifests in " + layout.manifests(), e);
    }
  }

  /** Reads the manifest with a number. */
  Manifest read(long number) throws IOException {
    return read(path(number));
  }

  private Stream<Long> numbers() throws IOException {
    FileSystem files = layout.root().getFileSystem(configuration);
    try {
      return Stream.of(files.listStatus(layout.manifests()))
          .filter(FileStatus::isFile)
          .map(status -> NAME.matcher(status.getPath().getName()))
          .filter(Matcher::matches)
          .map(matcher -> Long.valueOf(matcher.group(1)));
    } catch (FileNotFoundException e) {
      return Stream.of();
    }
  }

  private Manifest read(Path path) throws IOException {
    try (InputStream in = path.getFileSystem(configuration).open(path)) {
      JsonNode content = JSON.readTree(in);
      int format = content.path("format").asInt();
      if (format != Manifest.FORMAT) {
        throw new InputException(
            "Cannot read manifest "
                + path
                + ": expected format "
                + Manifest.FORMAT
                + ", found "
                + format
                + (format > Manifest.FORMAT ? "; a newer epdi-screen wrote it, use that one" : ""));
      }
      return JSON.treeToValue(content, Manifest.class);
    }
  }

  private Path path(long number) {
    return new Path(layout.manifests(), String.format(Locale.ROOT, "%08d.json", number));
  }
}
