package io.github.epdi.tables;

import io.github.epdi.tables.columns.TableColumn;

/** Columns of where the electronic levels of a grid come from. */
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
  /** Levels that a file holds. */
  public static LevelsOrigin file(String uri) {
    return new LevelsOrigin("file", uri);
  }

  /** Numbers that somebody declares. */
  public static LevelsOrigin declared() {
    return new LevelsOrigin("declared", null);
  }
}
