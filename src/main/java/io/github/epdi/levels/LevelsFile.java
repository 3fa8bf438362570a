package io.github.epdi.levels;

/**
 * A stored file of electronic levels. Together with the digest of its levels it is part of a
 * result's identity.
 *
 * @param uri a Hadoop path
 * @param lengthBytes length of the stored file in bytes
 * @param modifiedMillis modification time in milliseconds since 1970
 */
public record LevelsFile(String uri, long lengthBytes, long modifiedMillis) {}
