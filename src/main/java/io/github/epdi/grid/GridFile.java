package io.github.epdi.grid;

/**
 * The file that a grid was read from, as storage described it when the reading began.
 *
 * @param uri the address that was asked for
 * @param lengthBytes its stored length, before decompression
 * @param modifiedMillis its modification time, milliseconds since 1970
 */
public record GridFile(String uri, long lengthBytes, long modifiedMillis) {}
