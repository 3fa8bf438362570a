/**
 * Draws the figures of reports and of the command line as SVG, with their axes, colours and marks,
 * and makes pixels of them with Chromium.
 *
 * <p>Energies in eV, lengths in Angstrom, drawings in SVG units. Imports image, model, pes, grid,
 * structure and tables; may be imported by report, suggestion and cli.
 */
package io.github.epdi.report.figure;
