package io.github.epdi.tables;

import io.github.epdi.structure.Side;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.Map;
import java.util.Objects;

/**
 * The columns of a grid's electronic levels. Those of a side are null if it was not asked for, and
 * all are null where no levels were read or declared.
 *
 * @param origin where the levels come from
 */
public record GridLevels(
    LevelsOrigin origin,
    @TableColumn(
            name = "electron_affinity_top_ev",
            unit = "eV",
            meaning =
                "Vacuum level above the top side less the mean chemical potential while the ion's"
                    + " electron is added; null if that side was not asked for, or without levels.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "work_function_top_ev",
            unit = "eV",
            meaning =
                "Vacuum level above the top side less the chemical potential of the slab's"
                    + " electrons; null if that side was not asked for, or without levels.",
            nullable = true,
            since = 4)
        OfSide top,
    @TableColumn(
            name = "electron_affinity_bottom_ev",
            unit = "eV",
            meaning =
                "Vacuum level below the bottom side less the mean chemical potential while the"
                    + " ion's electron is added; null if that side was not asked for, or without"
                    + " levels.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "work_function_bottom_ev",
            unit = "eV",
            meaning =
                "Vacuum level below the bottom side less the chemical potential of the slab's"
                    + " electrons; null if that side was not asked for, or without levels.",
            nullable = true,
            since = 4)
        OfSide bottom,
    @TableColumn(
            name = "gap_ev",
            unit = "eV",
            meaning =
                "Lowest level with room less the highest filled level, 0 in metals; null if no"
                    + " levels were read.",
            nullable = true,
            since = 4)
        Double gapEv) {

  /**
   * The slab's electrons relative to the vacuum of one side.
   *
   * @param electronAffinityEv energy that the ion's electron gains in the slab
   * @param workFunctionEv vacuum level less the chemical potential
   */
  public record OfSide(double electronAffinityEv, double workFunctionEv) {
    private static OfSide of(LevelColumns levels) {
      return levels == null
          ? null
          : new OfSide(levels.electronAffinityEv(), levels.workFunctionEv());
    }
  }

  /**
   * Makes the columns of a grid.
   *
   * @param origin where the levels come from
   * @param seen levels as seen from each screened side; a side without levels is left out
   */
  public static GridLevels of(LevelsOrigin origin, Map<Side, LevelColumns> seen) {
    return new GridLevels(
        origin,
        OfSide.of(seen.get(Side.TOP)),
        OfSide.of(seen.get(Side.BOTTOM)),
        seen.values().stream()
            .map(LevelColumns::gapEv)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }
}
