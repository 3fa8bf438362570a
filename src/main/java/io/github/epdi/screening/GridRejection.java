package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.FileStamp;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.ResultKey;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Makes rows of {@code rejects}. What is wrong with one input ends there and stops no other grid.
 */
final class GridRejection {
  private GridRejection() {}

  /** Rejects a grid for what its reading found. */
  static GridResult of(PlannedGrid input, GridReading.Rejected reading) {
    return GridResult.rejected(RejectRow.of(input.materialId(), input.identity(), reading));
  }

  /** Rejects a grid that turned out to be unusable after it was read. */
  static GridResult of(PlannedGrid input, Reject reject) {
    return GridResult.rejected(
        RejectRow.of(
            new ResultKey(input.uri(), input.materialId(), input.identity()),
            new FileStamp(input.lengthBytes(), input.modifiedMillis()),
            reject));
  }

  /**
   * Rejects a grid that storage does not deliver. The code is FILE_CHANGED if the file has gone
   * since it was listed, otherwise UNREADABLE.
   */
  static GridResult of(PlannedGrid input, UncheckedIOException failure) {
    RejectCode code =
        failure.getCause() instanceof FileNotFoundException
            ? RejectCode.FILE_CHANGED
            : RejectCode.UNREADABLE;
    return of(input, new Reject(code, failure.getMessage(), 0));
  }

  /**
   * Rejects a grid that differs from the file that was listed, because its identity would be wrong.
   */
  static GridResult changed(PlannedGrid input) {
    return of(
        input,
        new Reject(
            RejectCode.FILE_CHANGED,
            "Cannot screen the file: expected it as it was listed, found another length or"
                + " modification time",
            0));
  }

  /** Rejects a grid that takes longer to read than the time limit allows. */
  static GridResult tooSlow(PlannedGrid input, Duration limit) {
    return of(
        input,
        new Reject(
            RejectCode.TIME_LIMIT,
            "Cannot read the file: expected to be done within "
                + limit.toMillis() / 1000.0
                + " s (limits.max_grid_seconds), found it still going on",
            0));
  }

  /** Rejects a grid after its worker has died in each of the given number of starts. */
  static GridResult deadly(PlannedGrid input, int starts) {
    return of(
        input,
        new Reject(
            RejectCode.KILLED_WORKER,
            "Cannot screen the file: expected its worker to live on, found it dead after each of "
                + starts
                + " starts (limits.max_starts); its memory may be too small for this grid",
            0));
  }

  /** Rejects a grid at which the program itself failed with an unexpected exception. */
  static GridResult failed(PlannedGrid input, Throwable failure) {
    return of(
        input,
        new Reject(
            RejectCode.FAILED,
            "Cannot screen the file: expected the program to come to a result, found "
                + FailurePlace.described(failure)
                + "; this is a bug of the program, please report it with the file "
                + input.uri(),
            0));
  }
}
