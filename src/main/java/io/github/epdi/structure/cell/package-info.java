/**
 * Whether the cell that a file's points span is that of its atoms: distances and bonds across its
 * boundary against those within. Lengths in Angstrom. Imports only {@code structure}, which does
 * not import it.
 */
package io.github.epdi.structure.cell;
