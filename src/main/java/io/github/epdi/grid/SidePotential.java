package io.github.epdi.grid;

import io.github.epdi.structure.Side;

/**
 * The potential that an ion meets on one side of a slab: all that images and descriptors need.
 *
 * @param grid the kept planes, eV, electron sign
 * @param side the side that is looked at
 * @param vacuumLevelEv vacuum level of that side, eV, electron sign
 */
public record SidePotential(PotentialGrid grid, Side side, double vacuumLevelEv) {}
