package io.github.epdi.tables;

import io.github.epdi.tables.columns.SharedColumns;
import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** One rejected grid: a row of {@link RejectsTable}. */
public record RejectRow(
    @TableColumn(
            name = GridResult.INPUT_URI,
            meaning = "File that the grid was read from.",
            key = true)
        String inputUri,
    @TableColumn(name = SharedColumns.MATERIAL_ID, meaning = "Material that the grid is of.")
        String materialId,
    @TableColumn(
            name = GridResult.IDENTITY,
            meaning =
                "Digest of all that determines the result: input, model, conventions, "
                    + "device, algorithm.")
        String identity,
    @TableColumn(
            name = "format",
            meaning = "Format that the content shows; null if it shows none.",
            nullable = true)
        String format,
    @TableColumn(name = "length_bytes", unit = "byte", meaning = "Stored length of the file.")
        long lengthBytes,
    @TableColumn(
            name = "modified_ms",
            unit = "ms",
            meaning = "Modification time of the file, milliseconds since 1970-01-01T00:00:00Z.")
        long modifiedMillis,
    @TableColumn(
            name = "bytes_read",
            unit = "byte",
            meaning = "Bytes read from storage until the reject.")
        long bytesRead,
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
        Long line,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags) {}
