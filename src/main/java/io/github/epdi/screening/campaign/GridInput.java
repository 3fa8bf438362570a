package io.github.epdi.screening.campaign;

import io.github.epdi.structure.InputException;
import java.io.Serializable;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;

/**
 * One grid to screen, as it was when the inputs were listed.
 *
 * @param uri absolute path
 * @param materialId id of the material in the tables
 * @param lengthBytes stored length
 * @param modifiedMillis modification time, milliseconds since 1970
 * @param version ETag of the object; empty where the file system has none
 * @param overrides what an input table declares about the grid
 * @param levels where its electronic levels come from; null where nobody said it or looked for them
 */
public record GridInput(
    String uri,
    String materialId,
    long lengthBytes,
    long modifiedMillis,
    String version,
    GridOverrides overrides,
    LevelsSource levels)
    implements Serializable {
  /** Makes a grid whose levels nobody has looked for. */
  public GridInput(
      String uri,
      String materialId,
      long lengthBytes,
      long modifiedMillis,
      String version,
      GridOverrides overrides) {
    this(uri, materialId, lengthBytes, modifiedMillis, version, overrides, null);
  }

  /** Returns the same grid with a source of its levels. */
  GridInput withLevels(LevelsSource source) {
    return new GridInput(uri, materialId, lengthBytes, modifiedMillis, version, overrides, source);
  }

  /**
   * Makes a grid of a file as its file system lists it.
   *
   * @throws InputException if it is a directory
   */
  public static GridInput of(FileStatus file, String materialId, GridOverrides overrides) {
    if (file.isDirectory()) {
      throw new InputException(
          "Cannot screen "
              + file.getPath()
              + ": expected a file, found a directory"
              + " (name the files in it, for example by "
              + file.getPath()
              + "/*)");
    }
    String version = file instanceof EtagSource tagged ? tagged.getEtag() : null;
    return new GridInput(
        file.getPath().toString(),
        materialId,
        file.getLen(),
        file.getModificationTime(),
        version == null ? "" : version,
        overrides);
  }
}
