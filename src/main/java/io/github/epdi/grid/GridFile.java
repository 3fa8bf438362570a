package io.github.epdi.grid;

/**
 * The file that a grid was read from, as storage described it when the reading began.
 *
 * @param uri the address that was asked for
 * @param lengthBytes length of the stored file in bytes, before decompression
 * @param modifiedMillis modification time in milliseconds since 1970
 */
public record GridFile(String uri, long lengthBytes, long modifiedMillis) {}
