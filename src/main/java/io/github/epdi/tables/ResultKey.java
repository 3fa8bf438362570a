package io.github.epdi.tables;

import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.TableColumn;

/** The columns that say which result a row of {@link GridsTable} or {@link RejectsTable} is. */
public record ResultKey(
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
        String identity) {}
