/**
 * The potential-energy surface of lithium on one side of a slab: energies of sites and hops, curves
 * along paths, percolation over the surface, estimates of rate and diffusivity. What all of that
 * comes to for one side is a {@link SurfaceResult}: barriers are computed here and nowhere else.
 *
 * <p>Energies in eV (binding energies, negative = bound), lengths in Angstrom, temperatures in
 * kelvin. Pure functions of numbers; imports structure. May be imported by tables, dataset,
 * training, screening, report and cli.
 */
package io.github.epdi.pes;
