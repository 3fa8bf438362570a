/**
 * The tables of a training data set, which are labels, points of reference curves, and what was not
 * imported. They have a version of their own.
 *
 * <p>Energies in eV, lengths in Angstrom. Imports grid and tables.encoding; may be imported by
 * dataset, training, report and cli.
 */
package io.github.epdi.tables.dataset;
