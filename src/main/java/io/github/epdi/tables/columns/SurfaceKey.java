package io.github.epdi.tables.columns;

/**
 * Which side of which material a row is of.
 *
 * @param materialId the material
 * @param side top or bottom
 */
public record SurfaceKey(String materialId, String side) {
  /** Refuses a side that is none. */
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
