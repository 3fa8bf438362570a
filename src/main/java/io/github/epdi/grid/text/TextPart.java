package io.github.epdi.grid.text;

/**
 * A part of a text.
 *
 * @param offset of its first byte
 * @param length bytes
 */
public record TextPart(long offset, int length) {}
