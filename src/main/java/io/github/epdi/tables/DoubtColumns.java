package io.github.epdi.tables;

import io.github.epdi.pes.Interval;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/**
 * The columns that say how far to trust the numbers of a material.
 *
 * @param reasons sentences behind the flags; null in rows of earlier versions
 */
public record DoubtColumns(
    @TableColumn(
            name = "adsorption_energy_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated energy of adsorption_site"
                    + " in 80 % of unseen materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "adsorption_energy_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        Interval adsorptionEv,
    @TableColumn(
            name = "lowest_barrier_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated barrier of"
                    + " lowest_barrier_path in 80 % of unseen materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "lowest_barrier_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "percolation_1d_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated barrier in 80 % of unseen"
                    + " materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "percolation_1d_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "percolation_2d_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated barrier in 80 % of unseen"
                    + " materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "percolation_2d_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        SurfaceResult.Intervals barriers,
    @TableColumn(
            name = "doubts",
            meaning =
                "Why the flags say that the model was not trained for this side, in sentences with"
                    + " numbers; empty if it was.",
            nullable = true,
            since = 4)
        List<String> reasons) {
  /** Makes the columns of what was found for a side. */
  static DoubtColumns of(SurfaceResult result, List<String> reasons) {
    return result.hasEnergies()
        ? new DoubtColumns(result.adsorption().intervalEv(), result.barriers().intervals(), reasons)
        : new DoubtColumns(null, null, reasons);
  }
}
