/**
 * Grids of the electrostatic potential: file formats, the way from bytes to numbers, conventions,
 * and vacuum levels.
 *
 * <p>Inside the program a potential is the potential energy of an electron in eV (CODATA 2018), and
 * lengths are in Angstrom. May be imported by image, model, tables, dataset, training, synthetic,
 * screening, report and cli. Imports structure.
 */
package io.github.epdi.grid;
