package io.github.epdi.tables.dataset;

import io.github.epdi.tables.encoding.TableColumn;

/** A file that a row of a data set was made from. */
public record SourceFileValue(
    @TableColumn(
            name = "role",
            meaning =
                "What the file is: grid, outcar, vasprun, vaspout, oszicar, contcar, poscar,"
                    + " output, input, table, levels.")
        String role,
    @TableColumn(name = "uri", meaning = "Where it was.") String uri,
    @TableColumn(name = "length_bytes", unit = "byte", meaning = "Its stored length.")
        long lengthBytes,
    @TableColumn(name = "sha256", meaning = "SHA-256 of its stored bytes, hexadecimal.")
        String sha256) {}
