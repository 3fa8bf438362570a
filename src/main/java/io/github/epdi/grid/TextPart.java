package io.github.epdi.grid;

/**
 * A part of a text.
 *
 * @param offset of its first byte
 * @param length bytes
 */
record TextPart(long offset, int length) {}
