/**
 * Labels: what was calculated for lithium at named places, and to which site of a slab it belongs;
 * importers that make them, and reference curves, of folders of VASP and CP2K calculations.
 *
 * <p>Energies in eV, lengths in Angstrom, positions fractional. Imports grid, structure, pes and
 * tables; may be imported by training and cli.
 */
package io.github.epdi.dataset;
