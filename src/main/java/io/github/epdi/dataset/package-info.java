/**
 * Labels, which are energies calculated for lithium at given places, and the sites of slabs that
 * they belong to. Importers make labels and reference curves from folders of VASP and CP2K
 * calculations.
 *
 * <p>Energies are in eV, lengths in Angstrom, and positions fractional. Imports grid, levels,
 * structure, pes, tables and theory. May be imported by training, suggestion and cli.
 */
package io.github.epdi.dataset;
