package io.github.epdi.runs;

import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Lists the runs of an output folder, visible or not, by the files that are there. No table is
 * read.
 */
public final class RunStates {
  private final RunLayout layout;
  private final Configuration configuration;
  private final Pieces pieces;
  private final RunLeases leases;

  /** Takes one output folder, which need not exist. */
  public RunStates(RunLayout layout, Configuration configuration) {
    this.layout = layout;
    this.configuration = configuration;
    this.pieces = new Pieces(layout, configuration);
    this.leases = new RunLeases(layout, configuration);
  }

  /** The state of a run. */
  public enum State {
    /** Its results are visible. */
    VISIBLE,
    /** A driver is computing it. */
    RUNNING,
    /** Its driver is gone. The run continues when its campaign is screened again. */
    UNFINISHED
  }

  /**
   * One run.
   *
   * @param runId its id
   * @param state its state
   * @param grids number of visible grids
   * @param rejects number of visible rejects
   * @param pieces number of committed pieces
   * @param bytes bytes of everything that it has stored
   * @param touched when a visible run was committed; for others, when a file was last written
   * @param driver the driver that computes it; null if there is none
   */
  public record RunState(
      String runId,
      State state,
      long grids,
      long rejects,
      int pieces,
      long bytes,
      Instant touched,
      LeaseHolder driver) {}

  /** Returns all runs: visible ones in the order of their commits, then the others by id. */
  public List<RunState> list() {
    Manifests manifests = new Manifests(layout, configuration);
    Manifest manifest = manifests.newest();
    List<RunState> states = new ArrayList<>();
    List<String> visible = manifest.commitOrder();
    for (int i = 0; i < visible.size(); i++) {
      String run = visible.get(i);
      states.add(
          new RunState(
              run,
              State.VISIBLE,
              rows(manifest, GridsTable.TABLE.name(), run),
              rows(manifest, RejectsTable.TABLE.name(), run),
              committed(run),
              usage(layout.data(run)).bytes(),
              manifests.published(i + 1L),
              null));
    }
    pieces.runIds().stream()
        .filter(run -> !visible.contains(run))
        .map(this::invisible)
        .forEach(states::add);
    return states;
  }

  private RunState invisible(String run) {
    LeaseHolder driver = leases.held(run).map(RunLeases.Held::holder).orElse(null);
    Usage usage = usage(layout.data(run));
    return new RunState(
        run,
        driver == null ? State.UNFINISHED : State.RUNNING,
        0,
        0,
        committed(run),
        usage.bytes(),
        usage.touched(),
        driver);
  }

  private int committed(String run) {
    return (int) pieces.of(run).stream().filter(p -> p.state() == Pieces.State.COMMITTED).count();
  }

  private static long rows(Manifest manifest, String table, String run) {
    return manifest.files(table).stream()
        .filter(file -> file.runId().equals(run))
        .mapToLong(TableFile::rows)
        .sum();
  }

  /**
   * The files below a path.
   *
   * @param bytes length of all files together
   * @param touched when one of them was last written; the epoch if there is none
   */
  record Usage(long bytes, Instant touched) {}

  Usage usage(Path path) {
    try {
      FileSystem files = path.getFileSystem(configuration);
      long bytes = 0;
      long newest = 0;
      RemoteIterator<LocatedFileStatus> found = files.listFiles(path, true);
      while (found.hasNext()) {
        LocatedFileStatus file = found.next();
        bytes += file.getLen();
        newest = Math.max(newest, file.getModificationTime());
      }
      return new Usage(bytes, Instant.ofEpochMilli(newest));
    } catch (FileNotFoundException e) {
      return new Usage(0, Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }
  }
}
