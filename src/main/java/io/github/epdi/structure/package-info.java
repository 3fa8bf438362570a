/**
 * What a slab is and where lithium may sit on it: lattice, atoms, slab, sites, hops, symmetry.
 *
 * <p>Lengths in Angstrom, fractional coordinates dimensionless, rows of a lattice are its vectors.
 * Imports nothing of ours; every other package may import it.
 */
package io.github.epdi.structure;
