package io.github.epdi.screening;

import java.io.Serializable;

/**
 * One grid to screen, as it was when the inputs were listed.
 *
 * @param uri absolute path
 * @param materialId id of the material in the tables
 * @param lengthBytes stored length
 * @param modifiedMillis modification time, milliseconds since 1970
 * @param version ETag of the object; empty where the file system has none
 * @param overrides what a manifest declares of it
 */
record GridInput(
    String uri,
    String materialId,
    long lengthBytes,
    long modifiedMillis,
    String version,
    GridOverrides overrides)
    implements Serializable {}
