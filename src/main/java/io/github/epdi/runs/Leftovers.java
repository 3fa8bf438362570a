package io.github.epdi.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds and removes files in an output folder that no reader will ever see. These are pieces of
 * visible runs, folders of tables that no manifest names, pieces that were not committed, manifests
 * under temporary names, and on request whole unfinished runs. Runs that a living driver holds and
 * files written lately are kept.
 */
public final class Leftovers {
  private static final String TEMPORARY = ".tmp-";

  private final RunLayout layout;
  private final Configuration configuration;
  private final InstantSource clock;

  /** Looks at one output folder. */
  public Leftovers(RunLayout layout, Configuration configuration) {
    this(layout, configuration, InstantSource.system());
  }

  Leftovers(RunLayout layout, Configuration configuration, InstantSource clock) {
    this.layout = layout;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** What to do with runs that can still be continued. */
  public enum Unfinished {
    /** Keep their committed pieces. */
    KEEP,
    /** Remove them as a whole. */
    REMOVE
  }

  /**
   * Something that can be removed.
   *
   * @param path a file or a folder
   * @param bytes bytes stored in it
   * @param reason why it can be removed, for people
   */
  public record Leftover(Path path, long bytes, String reason) {}

  /**
   * Finds what can be removed.
   *
   * @param unfinished what to do with unfinished runs
   * @param age files written within this time are kept
   */
  public List<Leftover> find(Unfinished unfinished, Duration age) {
    Manifest manifest = new Manifests(layout, configuration).newest();
    RunLeases leases = new RunLeases(layout, configuration);
    Pieces pieces = new Pieces(layout, configuration);
    Found found = new Found(age);
    Set<String> visible = manifest.runIds();
    for (String run : pieces.runIds()) {
      if (visible.contains(run)) {
        found.add(layout.pieces(run), "pieces of a visible run");
        found.addTables(run, named(manifest));
      } else if (leases.held(run).isEmpty()) {
        if (unfinished == Unfinished.REMOVE) {
          found.add(layout.data(run), "run that did not come to its end");
        } else {
          pieces.of(run).stream()
              .filter(piece -> piece.state() == Pieces.State.UNFINISHED)
              .forEach(piece -> found.add(piece.folder(), "piece that was not committed"));
          found.addTables(run, Set.of());
        }
      }
    }
    found.addTemporary();
    return found.leftovers;
  }

  /**
   * Removes leftovers.
   *
   * @throws UncheckedIOException if storage fails
   */
  public void remove(List<Leftover> leftovers) {
    for (Leftover leftover : leftovers) {
      try {
        leftover.path().getFileSystem(configuration).delete(leftover.path(), true);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot remove " + leftover.path() + ": " + e.getMessage(), e);
      }
    }
  }

  /** Returns the folders of all files that a manifest names. */
  private Set<Path> named(Manifest manifest) {
    return manifest.tables().values().stream()
        .flatMap(List::stream)
        .map(file -> layout.file(file.path()).getParent())
        .map(path -> new Path(path.toUri().getPath()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Collects leftovers that are old enough. */
  private final class Found {
    private final RunStates states = new RunStates(layout, configuration);
    private final List<Leftover> leftovers = new ArrayList<>();
    private final Duration age;

    Found(Duration age) {
      this.age = age;
    }

    void add(Path path, String reason) {
      RunStates.Usage usage = states.usage(path);
      boolean isOld = usage.touched().plus(age).isBefore(clock.instant());
      if (isOld && exists(path)) {
        leftovers.add(new Leftover(path, usage.bytes(), reason));
      }
    }

    void addTables(String run, Set<Path> named) {
      for (FileStatus table : list(layout.tables(run))) {
        for (FileStatus folder : list(table.getPath())) {
          if (!named.contains(new Path(folder.getPath().toUri().getPath()))) {
            add(folder.getPath(), "table that no manifest names");
          }
        }
      }
    }

    void addTemporary() {
      for (FileStatus file : list(layout.manifests())) {
        if (file.getPath().getName().startsWith(TEMPORARY)) {
          add(file.getPath(), "manifest that was not published");
        }
      }
    }
  }

  private boolean exists(Path path) {
    try {
      return path.getFileSystem(configuration).exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + path, e);
    }
  }

  private List<FileStatus> list(Path folder) {
    try {
      FileSystem files = folder.getFileSystem(configuration);
      return Pieces.list(files, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
