package io.github.epdi.training;

import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;

/**
 * Where the labelled materials' grids are and how they are understood.
 *
 * @param directory any Hadoop path or local directory
 * @param pattern file name with {@code {material_id}} in it
 * @param side the side that the labels are of
 * @param conventions what is declared of the values
 */
public record GridSource(
    String directory, String pattern, Side side, PotentialConventions conventions)
    implements java.io.Serializable {
  /** What stands for the material in a pattern. */
  public static final String MATERIAL = "{material_id}";

  /** Checks that the pattern distinguishes materials. */
  public GridSource {
    if (!pattern.contains(MATERIAL)) {
      throw new InputException(
          "Cannot find grids: expected a pattern with " + MATERIAL + ", found " + pattern);
    }
  }

  /** The grid file of a material. */
  String uri(String materialId) {
    String separator = directory.endsWith("/") ? "" : "/";
    return directory + separator + pattern.replace(MATERIAL, materialId);
  }
}
