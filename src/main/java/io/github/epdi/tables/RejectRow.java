package io.github.epdi.tables;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Reject;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** One rejected grid, which is a row of {@link RejectsTable}. */
public record RejectRow(
    ResultKey key,
    @TableColumn(
            name = "format",
            meaning = "Format that the content shows; null if it shows none.",
            nullable = true)
        String format,
    FileStamp stamp,
    @TableColumn(
            name = "bytes_read",
            unit = "byte",
            meaning = "Bytes read from storage until the reject.")
        long bytesRead,
    Reason reason,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags) {
  /** The columns that say why the grid was rejected. */
  public record Reason(
      @TableColumn(
              name = RejectsTable.CODE,
              meaning = "Why the grid cannot be screened: the first code that holds.")
          String code,
      @TableColumn(
              name = "message",
              meaning = "The same for a person: what was expected, what was found.")
          String message,
      @TableColumn(
              name = "line",
              meaning = "Line of the decompressed file, from 1; null where no line can be named.",
              nullable = true)
          Long line) {

    private static Reason of(Reject reject) {
      return new Reason(
          reject.code().name(),
          reject.message(),
          reject.line() > 0 ? Long.valueOf(reject.line()) : null);
    }
  }

  /**
   * Makes the row of a grid that its reading rejects.
   *
   * @param identity digest of everything that determines the result
   */
  public static RejectRow of(String materialId, String identity, GridReading.Rejected reading) {
    return new RejectRow(
        new ResultKey(reading.file().uri(), materialId, identity),
        reading.reached().header().map(header -> header.format().label()).orElse(null),
        new FileStamp(reading.file().lengthBytes(), reading.file().modifiedMillis()),
        reading.trace().bytesRead(),
        Reason.of(reading.reject()),
        reading.trace().flags());
  }

  /** Makes the row of a grid that was found unusable without a reading. */
  public static RejectRow of(ResultKey key, FileStamp stamp, Reject reject) {
    return new RejectRow(key, null, stamp, 0, Reason.of(reject), List.of());
  }
}
