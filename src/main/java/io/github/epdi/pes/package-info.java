/**
 * The potential-energy surface of lithium on one side of a slab: energies of sites and hops, curves
 * along paths, percolation over the surface, and estimates of rate and diffusivity. All results for
 * one side are collected in a {@link SurfaceResult}. Barriers are computed only here.
 *
 * <p>Energies are in eV (binding energies are negative where lithium is bound), lengths in Angstrom
 * and temperatures in kelvin. All functions are pure. Imports structure. May be imported by tables,
 * dataset, training, screening, report and cli.
 */
package io.github.epdi.pes;
