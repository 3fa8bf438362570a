package io.github.epdi.model.physics;

/**
 * The levels of a slab seen from one side.
 *
 * @param electronAffinityEv energy that lithium's electron gains in the slab, eV, above 0 if it
 *     does
 * @param workFunctionEv energy that it costs to take an electron away, eV
 */
public record SideLevels(double electronAffinityEv, double workFunctionEv) {}
