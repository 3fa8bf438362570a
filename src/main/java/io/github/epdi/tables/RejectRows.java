package io.github.epdi.tables;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Reject;
import java.util.List;

/** Rows of {@link RejectsTable}; apart from it because the table is Spark's and a row is not. */
public final class RejectRows {
  private RejectRows() {}

  /**
   * The row of a rejected grid.
   *
   * @param identity digest of all that determines the result
   * @param reading one that is rejected
   */
  public static RejectRow row(String materialId, String identity, GridReading reading) {
    Reject reject = reading.reject();
    return new RejectRow(
        reading.uri(),
        materialId,
        identity,
        reading.header() == null ? null : reading.header().format().label(),
        reading.lengthBytes(),
        reading.modifiedMillis(),
        reading.bytesRead(),
        reject.code().name(),
        reject.message(),
        reject.line() > 0 ? Long.valueOf(reject.line()) : null,
        reading.flags() == null
            ? List.of()
            : reading.flags().stream().distinct().sorted().toList());
  }
}
