package io.github.epdi.screening;

import io.github.epdi.structure.RejectException;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.MaterialDescription;
import io.github.epdi.tables.MaterialResults;
import io.github.epdi.tables.Remarks;
import java.util.List;

/**
 * A grid whose images are drawn and whose energies come in with later batches.
 *
 * @param input the grid
 * @param row its row of {@code grids}
 * @param material what the reading found
 * @param sides by side
 */
record PendingGrid(
    PlannedGrid input, GridRow row, MaterialDescription material, List<PendingSide> sides) {
  boolean isComplete() {
    return sides.stream().allMatch(PendingSide::isComplete);
  }

  /** The rows, once it is complete; a reject if an energy cannot be lithium's. */
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
                          new Remarks(spec.levelMismatch(), side.doubts())))
              .toList());
    } catch (RejectException e) {
      return GridRejection.of(input, e.reject());
    }
  }
}
