/**
 * Holds what a network learns from, which is grids with labelled sites, their split into parts by
 * material, and the images of each site. Energies are in eV, places in Angstrom or fractions of the
 * cell.
 */
package io.github.epdi.training.examples;
