package io.github.epdi.tables;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Reject;

/** Rows of {@link RejectsTable}; apart from it because the table is Spark's and a row is not. */
public final class RejectRows {
  private RejectRows() {}

  /**
   * The row of a rejected grid.
   *
   * @param identity digest of all that determines the result
   */
  public static RejectRow row(String materialId, String identity, GridReading.Rejected reading) {
    Reject reject = reading.reject();
    return new RejectRow(
        reading.file().uri(),
        materialId,
        identity,
        reading.reached().header().map(header -> header.format().label()).orElse(null),
        reading.file().lengthBytes(),
        reading.file().modifiedMillis(),
        reading.trace().bytesRead(),
        reject.code().name(),
        reject.message(),
        reject.line() > 0 ? Long.valueOf(reject.line()) : null,
        reading.trace().flags());
  }
}
