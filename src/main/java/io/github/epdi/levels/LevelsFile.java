package io.github.epdi.levels;

/**
 * A file of electronic levels where it is stored; with the digest of its levels it is part of a
 * result's identity.
 *
 * @param uri a Hadoop path
 * @param lengthBytes its stored length
 * @param modifiedMillis its modification time, milliseconds since 1970
 */
public record LevelsFile(String uri, long lengthBytes, long modifiedMillis) {}
