package io.github.epdi.structure;

/**
 * One atom by its fractional coordinates along a, b, c (not necessarily within [0, 1)).
 *
 * @param element the chemical element
 */
public record Atom(Element element, double fa, double fb, double fc) {}
