package io.github.epdi.training.examples;

import io.github.epdi.dataset.Label;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import java.util.List;

/**
 * Says where the grids of the labelled materials are and how they are understood.
 *
 * @param directory any Hadoop path or local directory; null if the labels say where their grid is
 * @param pattern file name with {@code {material_id}} in it
 * @param side the side that the labels are of
 * @param conventions what is declared about the values
 */
public record GridSource(
    String directory, String pattern, Side side, PotentialConventions conventions)
    implements java.io.Serializable {
  /** The placeholder of the material in a pattern. */
  public static final String MATERIAL = "{material_id}";

  /** Checks that the pattern contains the placeholder, so that it distinguishes materials. */
  public GridSource {
    if (!pattern.contains(MATERIAL)) {
      throw new InputException(
          "Cannot find grids: expected a pattern with " + MATERIAL + ", found " + pattern);
    }
  }

  /**
   * Returns the grid file of a material.
   *
   * @param labels labels of the material
   * @throws InputException if neither a directory nor each label says where it is
   */
  public String uri(String materialId, List<Label> labels) {
    if (directory == null) {
      List<String> stated = labels.stream().map(Label::gridUri).distinct().toList();
      if (stated.size() != 1 || stated.get(0) == null) {
        throw new InputException(
            "Cannot find the grid of "
                + materialId
                + ": expected --grids, or one grid_uri for all of its labels, found "
                + (stated.contains(null) ? "labels without one" : String.join(", ", stated)));
      }
      return stated.get(0);
    }
    return uri(materialId);
  }

  /** Returns the grid file of a material in the directory. */
  public String uri(String materialId) {
    String separator = directory.endsWith("/") ? "" : "/";
    return directory + separator + pattern.replace(MATERIAL, materialId);
  }
}
