package io.github.epdi.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The places of files below an output folder.
 *
 * @param root the output folder, absolute
 */
public record RunLayout(Path root) {
  private static final String DATA = "_data";
  private static final String TABLES = "tables";

  /**
   * Returns the places below an output folder as a user names it.
   *
   * @throws UncheckedIOException if its file system cannot be reached
   */
  public static RunLayout of(String output, Configuration configuration) {
    try {
      Path root = new Path(output);
      return new RunLayout(root.getFileSystem(configuration).makeQualified(root));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read results in " + output + ": " + e.getMessage(), e);
    }
  }

  /** Returns a new folder for one piece of a run, which one Spark job writes. */
  Path freshPiece(String runId, int number) {
    return new Path(pieces(runId), number + "-" + UUID.randomUUID());
  }

  /** Returns a new folder for the files of one table of a run. */
  public Path freshTable(String runId, String table) {
    return new Path(tables(runId), table + "/" + UUID.randomUUID());
  }

  /** The folder of a run's tables. */
  public Path tables(String runId) {
    return new Path(data(runId), TABLES);
  }

  /**
   * Returns the name that a manifest gives to a file of a table. It is relative to the output
   * folder. It is built from its parts, so that it is right for a bucket without a path too.
   *
   * @param runId id of the run
   * @param folder a folder made by {@link #freshTable}
   * @param file name of the file in that folder
   */
  String name(String runId, Path folder, String file) {
    return String.join(
        "/", DATA, runId, TABLES, folder.getParent().getName(), folder.getName(), file);
  }

  /** Returns the path of a file that a manifest names. */
  public Path file(String name) {
    return new Path(root, name);
  }

  /** The folder of a run's pieces. */
  Path pieces(String runId) {
    return new Path(data(runId), "pieces");
  }

  /** The folder of a run's leases. */
  Path leases(String runId) {
    return new Path(data(runId), "leases");
  }

  /** The folder of the marks that show which grids kill their workers. */
  public Path starts() {
    return new Path(root, "_starts");
  }

  /** The folder of the notes of older versions' results that still hold. */
  Path held() {
    return new Path(root, "_held");
  }

  /** The folder of the data of all runs. */
  Path data() {
    return new Path(root, DATA);
  }

  /** The folder of all manifests. */
  Path manifests() {
    return new Path(root, "_manifests");
  }

  /** The folder of a run's data. */
  Path data(String runId) {
    return new Path(data(), runId);
  }
}
