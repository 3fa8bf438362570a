package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;

/** The columns that say where the electronic levels of a grid come from. */
public record LevelsOrigin(
    @TableColumn(
            name = "levels_origin",
            meaning =
                "Where the electronic levels come from: file, or declared as numbers; null if the"
                    + " model needs none.",
            nullable = true,
            since = 3)
        String origin,
    @TableColumn(
            name = "levels_uri",
            meaning = "File of the electronic levels; null if none was read.",
            nullable = true,
            since = 3)
        String uri) {
  /** Makes the origin of levels that a file holds. */
  public static LevelsOrigin file(String uri) {
    return new LevelsOrigin("file", uri);
  }

  /** Makes the origin of levels that a user declares as numbers. */
  public static LevelsOrigin declared() {
    return new LevelsOrigin("declared", null);
  }
}
