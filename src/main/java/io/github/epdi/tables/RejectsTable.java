package io.github.epdi.tables;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Reject;
import java.util.List;

/** The table {@code rejects}: the grids that could not be screened, and why. */
public final class RejectsTable extends FlatTable<RejectRow> {
  /** The table. */
  public static final RejectsTable TABLE = new RejectsTable();

  private RejectsTable() {
    super("rejects", "One grid that could not be screened.", RejectRow.class);
  }

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
