package io.github.epdi.runs;

import java.util.UUID;
import org.apache.hadoop.fs.Path;

/**
 * Where things lie below an output folder.
 *
 * @param root the output folder, absolute
 */
public record RunLayout(Path root) {
  private static final String DATA = "_data";
  private static final String TABLES = "tables";

  /** A fresh folder for one piece of a run: one Spark job's own. */
  Path freshPiece(String runId, int number) {
    return new Path(pieces(runId), number + "-" + UUID.randomUUID());
  }

  /** A fresh folder for the files of one table of a run. */
  public Path freshTable(String runId, String table) {
    return new Path(tables(runId), table + "/" + UUID.randomUUID());
  }

  /** The folder of a run's tables. */
  public Path tables(String runId) {
    return new Path(data(runId), TABLES);
  }

  /**
   * The name that a manifest gives to a file of a table. It is put together of its parts, so that
   * it is relative to the output folder wherever that lies, a bucket without a path too.
   *
   * @param folder one of {@link #freshTable}
   */
  String name(String runId, Path folder, String file) {
    return String.join(
        "/", DATA, runId, TABLES, folder.getParent().getName(), folder.getName(), file);
  }

  /** The file that a manifest names. */
  Path file(String name) {
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

  /** The folder of the marks that grids leave which kill their workers. */
  public Path starts() {
    return new Path(root, "_starts");
  }

  /** The folder of all runs' data. */
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
