package io.github.epdi.tables;

import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.TableColumn;

/** The place of one side of a material, which is a row of {@link RankingTable}. */
public record RankingRow(
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "Identifier of the material in the campaign.",
            key = true)
        String materialId,
    @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab: top or bottom.",
            key = true)
        String side,
    @TableColumn(
            name = "rank",
            meaning = "Rank by the 2D percolation barrier, from 1; equal barriers by their names.")
        int rank,
    @TableColumn(
            name = MaterialsTable.PERCOLATION_2D_EV,
            unit = "eV",
            meaning =
                "The barrier by which it ranks; null, and last, where lithium cannot travel so.",
            nullable = true)
        Double percolation2dEv,
    @TableColumn(
            name = LOW_EV,
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated barrier in 80 % of unseen"
                    + " materials; null if the model tells none.",
            nullable = true)
        Double lowEv,
    @TableColumn(
            name = HIGH_EV,
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true)
        Double highEv,
    @TableColumn(
            name = "p_top10",
            meaning =
                "Probability of being among the ten with the lowest barriers, over joint draws of all"
                    + " barriers from their intervals; null without an interval.",
            nullable = true)
        Double amongTop10,
    @TableColumn(
            name = "rank_expected",
            meaning = "Mean rank over those draws; null without an interval.",
            nullable = true)
        Double expectedRank,
    @TableColumn(
            name = "rank_low",
            meaning = "Rank that nine draws in ten do not come below; null without an interval.",
            nullable = true)
        Integer lowRank,
    @TableColumn(
            name = "rank_high",
            meaning = "Rank that nine draws in ten do not exceed; null without an interval.",
            nullable = true)
        Integer highRank) {
  /** The name of the column with the lower end of the interval, also in {@code materials}. */
  public static final String LOW_EV = "percolation_2d_low_ev";

  /** The name of the column with the upper end of the interval, also in {@code materials}. */
  public static final String HIGH_EV = "percolation_2d_high_ev";
}
