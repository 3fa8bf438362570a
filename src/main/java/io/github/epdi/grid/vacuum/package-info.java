/**
 * The vacuum level of each side of a slab, of planar averages: which planes it takes, and that none
 * of them lies across a step. Energies in eV or in a file's own unit, lengths in Angstrom. Imports
 * only {@code structure}; readers fill it, everybody may read a level.
 */
package io.github.epdi.grid.vacuum;
