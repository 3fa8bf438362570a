package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;

/** The columns that say which version of a file a result is from. */
public record FileStamp(
    @TableColumn(name = "length_bytes", unit = "byte", meaning = "Stored length of the file.")
        long lengthBytes,
    @TableColumn(
            name = "modified_ms",
            unit = "ms",
            meaning = "Modification time of the file, milliseconds since 1970-01-01T00:00:00Z.")
        long modifiedMillis) {}
