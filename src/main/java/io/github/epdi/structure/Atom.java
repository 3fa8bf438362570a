package io.github.epdi.structure;

/**
 * One atom and its fractional coordinates along a, b and c, which need not lie within [0, 1).
 *
 * @param element the chemical element
 */
public record Atom(Element element, double fa, double fb, double fc) {}
