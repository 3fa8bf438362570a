package io.github.epdi.runs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The pieces of the runs of an output folder. A piece is announced with the identities of its
 * results before any of them is computed. A piece that was announced and never committed shows what
 * a driver was working on when it died.
 */
public final class Pieces {
  private static final String ANNOUNCEMENT = ".json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunLayout layout;
  private final Configuration configuration;

  /** Takes one output folder, which need not exist yet. */
  public Pieces(RunLayout layout, Configuration configuration) {
    this.layout = layout;
    this.configuration = configuration;
  }

  /**
   * One piece of a run.
   *
   * @param folder folder of its results, whether or not they are written yet
   * @param state whether it is complete
   */
  public record Piece(Path folder, State state) {
    /** Name of the piece, unique in its output folder. */
    public String name() {
      return folder.getName();
    }
  }

  /** Whether a piece is complete. */
  public enum State {
    /** All its results are stored and will never change. */
    COMMITTED,
    /** It is being computed, or its driver died. */
    UNFINISHED
  }

  /**
   * What a piece will contain.
   *
   * @param identities identities of its results
   * @param maker what they are computed with; null where that was not written
   */
  public record Announcement(Collection<String> identities, ResultMaker maker) {
    /** Copies the identities. */
    public Announcement {
      identities = List.copyOf(identities);
    }
  }

  /**
   * Announces a piece durably.
   *
   * @param runId id of the run
   * @param number number of the piece, so that people see the order
   * @param announcement what it will contain
   * @return the new folder that the piece is to be written to
   * @throws UncheckedIOException if storage fails
   */
  public Path announce(String runId, int number, Announcement announcement) {
    Path folder = layout.freshPiece(runId, number);
    Path file = announcement(folder);
    try (OutputStream out = file.getFileSystem(configuration).create(file, false)) {
      out.write(JSON.writeValueAsBytes(announcement));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
    return folder;
  }

  /** Returns what a piece was announced with. */
  public Announcement announced(Piece piece) {
    Path file = announcement(piece.folder());
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      JsonNode written = JSON.readTree(in);
      if (written.isMissingNode()) {
        return new Announcement(List.of(), null);
      }
      return written.isArray() // written before version 0.2
          ? new Announcement(JSON.convertValue(written, new TypeReference<List<String>>() {}), null)
          : JSON.treeToValue(written, Announcement.class);
    } catch (IOException e) {
      // The driver was killed while announcing it, so nothing of it can have been computed.
      return new Announcement(List.of(), null);
    }
  }

  /** Returns the pieces of a run, ordered by name. The list is empty if there is no such run. */
  public List<Piece> of(String runId) {
    try {
      FileSystem files = layout.root().getFileSystem(configuration);
      List<Piece> pieces = new ArrayList<>();
      for (FileStatus file : list(files, layout.pieces(runId))) {
        String name = file.getPath().getName();
        if (file.isFile() && name.endsWith(ANNOUNCEMENT)) {
          Path folder =
              new Path(
                  file.getPath().getParent(),
                  name.substring(0, name.length() - ANNOUNCEMENT.length()));
          boolean committed = files.exists(new Path(folder, "_SUCCESS"));
          pieces.add(new Piece(folder, committed ? State.COMMITTED : State.UNFINISHED));
        }
      }
      pieces.sort(Comparator.comparing(Piece::name));
      return pieces;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the pieces of run " + runId, e);
    }
  }

  /** Returns the ids of all runs that have stored something, visible or not, in order. */
  public List<String> runIds() {
    try {
      return list(layout.root().getFileSystem(configuration), layout.data()).stream()
          .filter(FileStatus::isDirectory)
          .map(status -> status.getPath().getName())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the runs in " + layout.root(), e);
    }
  }

  static Path announcement(Path folder) {
    return new Path(folder.getParent(), folder.getName() + ANNOUNCEMENT);
  }

  static List<FileStatus> list(FileSystem files, Path folder) throws IOException {
    try {
      return List.of(files.listStatus(folder));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}
