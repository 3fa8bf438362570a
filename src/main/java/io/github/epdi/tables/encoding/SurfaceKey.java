package io.github.epdi.tables.encoding;

/**
 * Says which side of which material a row belongs to.
 *
 * @param materialId the material
 * @param side top or bottom
 */
public record SurfaceKey(String materialId, String side) {
  /** Refuses a side that is neither top nor bottom. */
  public SurfaceKey {
    if (!side.equals("top") && !side.equals("bottom")) {
      throw new IllegalArgumentException(
          "Cannot make a row of "
              + materialId
              + ": expected the side to be top or bottom, found "
              + side);
    }
  }
}
