/**
 * What people look at: one self-contained HTML page of an output folder, and figures as SVG.
 *
 * <p>The figures are made of rows of the tables alone and need no Spark. Energies in eV, lengths in
 * Angstrom. Imports runs, tables, pes, image, grid, structure and model; may be imported by cli.
 */
package io.github.epdi.report;
