/**
 * The tables of a run: one class and one row record a table, the nested result of one grid, and the
 * pure functions that make rows of readings and energies.
 *
 * <p>A row record is the single place where a column's name, type, unit and meaning are written;
 * {@code data-schemas/} documents the same for readers of the files. Energies in eV, lengths in
 * Angstrom. Imports structure, grid and pes; may be imported by dataset, training, runs, screening,
 * report and cli.
 */
package io.github.epdi.tables;
