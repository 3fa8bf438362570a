package io.github.epdi.tables.dataset;

import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.TableColumn;

/**
 * One calculation or label that was not imported, which is a row of {@link DatasetTable#REJECTS}.
 */
public record ImportRejectRow(
    @TableColumn(
            name = "source_uri",
            meaning = "Folder, file or row of a table that was not imported.",
            key = true)
        String sourceUri,
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "The material, null where it was not found out.",
            nullable = true)
        String materialId,
    @TableColumn(
            name = "code",
            meaning = "Why: a code of the import, or of the reject of a slab's grid.")
        String code,
    @TableColumn(
            name = "reason",
            meaning = "The same for a person: what was expected, what was found.")
        String reason) {}
