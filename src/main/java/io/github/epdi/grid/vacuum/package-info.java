/**
 * The vacuum level of each side of a slab from planar averages: which planes are used, and how
 * steps are avoided. Energies are in eV or in a file's own unit, lengths in Angstrom. Imports only
 * {@code structure}. Readers of grids compute levels, and every package may use them.
 */
package io.github.epdi.grid.vacuum;
