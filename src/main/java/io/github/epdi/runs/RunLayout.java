package io.github.epdi.runs;

import java.util.UUID;
import org.apache.hadoop.fs.Path;

/**
 * Where things lie below an output folder.
 *
 * @param root the output folder, absolute
 */
public record RunLayout(Path root) {
  /** A fresh folder for one piece of a run: one Spark job's own. */
  public Path freshPiece(String runId, int number) {
    return new Path(data(runId), "pieces/" + number + "-" + UUID.randomUUID());
  }

  /** A fresh folder for the files of one table of a run. */
  public Path freshTable(String runId, String table) {
    return new Path(tables(runId), table + "/" + UUID.randomUUID());
  }

  /** The folder of a run's tables. */
  public Path tables(String runId) {
    return new Path(data(runId), "tables");
  }

  /** The folder of all manifests. */
  Path manifests() {
    return new Path(root, "_manifests");
  }

  private Path data(String runId) {
    return new Path(root, "_data/" + runId);
  }
}
