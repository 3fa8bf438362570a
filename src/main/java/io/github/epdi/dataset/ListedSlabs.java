package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/**
 * The slabs of suggested runs that were found. A slab that the searched folders hold is taken from
 * there, with its name; any other is read where the list says that its grid lies.
 */
final class ListedSlabs {
  private final RunList list;
  private final Map<String, BareSlab> byGrid = new HashMap<>();

  /** Finds the slabs of all listed runs among the candidates, and adds those that are missing. */
  ListedSlabs(RunList list, RunCandidates found, SourceFiles files) throws IOException {
    this.list = list;
    List<RunFolder> folders =
        Stream.concat(
                found.runs().stream().map(RunCandidates.IonRun::folder), found.bands().stream())
            .toList();
    for (RunFolder folder : folders) {
      SuggestedRun run = list.of(folder);
      if (run != null && !byGrid.containsKey(run.gridUri())) {
        byGrid.put(run.gridUri(), slab(run, found, files));
      }
    }
  }

  /** Returns the slab of a suggested run, or null if it is not listed or the grid is gone. */
  BareSlab of(RunFolder folder) {
    SuggestedRun run = list.of(folder);
    return run == null ? null : byGrid.get(run.gridUri());
  }

  /** Returns the grid that the list names for a run, or null if the run is not listed. */
  String gridUri(RunFolder folder) {
    SuggestedRun run = list.of(folder);
    return run == null ? null : run.gridUri();
  }

  private static BareSlab slab(SuggestedRun run, RunCandidates found, SourceFiles files)
      throws IOException {
    String grid = uri(run.gridUri(), files);
    String folder = grid == null ? null : new Path(grid).getParent().toString();
    for (BareSlab slab : found.slabs()) {
      boolean same =
          slab.isUsable() ? slab.grid().uri().equals(grid) : slab.folder().uri().equals(folder);
      if (same || slab.materialId().equals(run.materialId())) {
        return slab;
      }
    }
    if (grid == null) {
      return null;
    }
    int before = found.slabs().size();
    found.addNamed(new DatasetRequest.SlabChoice(folder, grid, run.materialId()));
    return found.slabs().size() == before ? null : found.slabs().get(before);
  }

  /**
   * Returns the URI of a grid as listings of folders have it, or null if it cannot be reached from
   * here, as after a move to another machine.
   */
  private static String uri(String gridUri, SourceFiles files) {
    try {
      return files.status(gridUri).getPath().toString();
    } catch (IOException e) {
      return null;
    }
  }
}
