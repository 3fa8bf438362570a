/**
 * Writes what people look at, which is one self-contained HTML page for an output folder, and its
 * figures as files. The figures are drawn by {@code report.figure}.
 *
 * <p>Energies in eV, lengths in Angstrom. Imports report.figure, runs, tables, pes, image, grid,
 * structure and model; may be imported by suggestion and cli.
 */
package io.github.epdi.report;
