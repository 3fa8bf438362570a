package io.github.epdi.grid.text;

/**
 * A part of a text.
 *
 * @param offset byte offset of its first byte
 * @param length number of bytes
 */
public record TextPart(long offset, int length) {}
