/**
 * The tables of a run: one class and one row record a table, the nested result of one grid, and the
 * rows that results are formatted as. Nothing is computed here.
 *
 * <p>A row record is the single place where a column's name, type, unit and meaning are written;
 * {@code data-schemas/} documents the same for readers of the files. How a record becomes columns
 * stands in {@code tables.columns}; data sets and studies have tables of their own in {@code
 * tables.dataset} and {@code tables.study}. Energies in eV, lengths in Angstrom. Imports structure,
 * grid, pes and tables.columns; may be imported by runs, screening, report and cli.
 */
package io.github.epdi.tables;
