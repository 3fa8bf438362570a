/**
 * Electrostatic-potential grids: formats, bytes to numbers, conventions, vacuum level.
 *
 * <p>Inside the program a potential is the electron's potential energy in eV (CODATA 2018), lengths
 * are in Angstrom. May be imported by image, model, tables, dataset, training, synthetic,
 * screening, report and cli; imports structure.
 */
package io.github.epdi.grid;
