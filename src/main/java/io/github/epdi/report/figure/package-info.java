/**
 * The figures of reports and of the command line: what a figure shows, how its axes, colours and
 * marks are drawn as SVG, and how Chromium makes pixels of it.
 *
 * <p>Energies in eV, lengths in Angstrom, drawings in SVG units. Imports image, model, pes, grid,
 * structure and tables; may be imported by report and cli.
 */
package io.github.epdi.report.figure;
