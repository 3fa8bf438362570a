package io.github.epdi.grid;

import io.github.epdi.structure.Side;

/**
 * The potential on one side of a slab, with all that images and descriptors need.
 *
 * @param grid the kept planes, in eV and with an electron's sign
 * @param side the side of the slab
 * @param vacuumLevelEv vacuum level of that side, in eV and with an electron's sign
 */
public record SidePotential(PotentialGrid grid, Side side, double vacuumLevelEv) {}
