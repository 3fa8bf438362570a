package io.github.epdi.structure;

/**
 * What the outermost metal layer of a side looks like, in the numbers that binding energies follow
 * across materials.
 *
 * @param metalSpacingAngstrom mean over the layer's metals of the distance to the nearest other
 *     metal of the layer
 * @param octahedralFraction share of the metals that chalcogens surround octahedrally, 0 for 2H and
 *     1 for 1T
 * @param meanPeriod mean over the layer's metals, dopants included, of their period in the periodic
 *     table
 */
public record LayerShape(
    double metalSpacingAngstrom, double octahedralFraction, double meanPeriod) {}
