/**
 * The tables of a run. There is one class and one row record for each table, the nested result of
 * one grid, and the rows that results are formatted as. Nothing is computed here.
 *
 * <p>A row record is the single place where a column's name, type, unit and meaning are written,
 * and {@code data-schemas/} documents the same for readers of the files. {@code tables.encoding}
 * turns records into columns. Data sets and studies have tables of their own in {@code
 * tables.dataset} and {@code tables.study}. Energies in eV, lengths in Angstrom. Imports structure,
 * grid, pes and tables.encoding; may be imported by runs, screening, report and cli.
 */
package io.github.epdi.tables;
