package io.github.epdi.publication;

import io.github.epdi.tables.FlatTable;

/**
 * A table whose rows are in the package.
 *
 * @param table the table
 * @param file its file
 * @param rows number of rows
 */
record PackagedTable(FlatTable<?> table, PackagedFile file, long rows) {}
