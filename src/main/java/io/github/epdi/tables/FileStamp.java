package io.github.epdi.tables;

import io.github.epdi.tables.columns.TableColumn;

/** Columns of which version of its file a result is of. */
public record FileStamp(
    @TableColumn(name = "length_bytes", unit = "byte", meaning = "Stored length of the file.")
        long lengthBytes,
    @TableColumn(
            name = "modified_ms",
            unit = "ms",
            meaning = "Modification time of the file, milliseconds since 1970-01-01T00:00:00Z.")
        long modifiedMillis) {}
