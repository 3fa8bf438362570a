package io.github.epdi.screening;

import io.github.epdi.structure.RejectException;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.MaterialDescription;
import io.github.epdi.tables.MaterialResults;
import io.github.epdi.tables.Remarks;
import java.util.List;

/**
 * A grid that was read and whose energies may still be waiting for later batches of images.
 *
 * @param input the grid
 * @param row its row of {@code grids}
 * @param material what the reading found
 * @param sides its screened sides
 */
record PendingGrid(
    PlannedGrid input, GridRow row, MaterialDescription material, List<PendingSide> sides) {
  boolean isComplete() {
    return sides.stream().allMatch(PendingSide::isComplete);
  }

  /**
   * Returns the rows once the grid is complete, or a reject if an energy is implausible for
   * lithium.
   *
   * @param members number of members of the model
   */
  GridResult result(int members, ScreeningSpec spec) {
    try {
      return GridResult.screened(
          row,
          sides.stream()
              .map(
                  side ->
                      MaterialResults.of(
                          material,
                          side.result(members, spec),
                          side.levels(),
                          new Remarks(spec.levelMismatch(), side.flags()),
                          side.doubts()))
              .toList());
    } catch (RejectException e) {
      return GridRejection.of(input, e.reject());
    }
  }
}
