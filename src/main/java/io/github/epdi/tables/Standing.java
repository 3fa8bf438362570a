package io.github.epdi.tables;

import io.github.epdi.tables.encoding.SharedColumns;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What the place of one side of a material in a ranking follows from. It is read from four columns,
 * where a whole row has seventy.
 *
 * @param materialId id of the material
 * @param side side of the slab, top or bottom
 * @param percolation2dEv percolation barrier over the whole surface in eV; null if there is none
 * @param percolation1dEv percolation barrier in one direction in eV; null if there is none
 */
public record Standing(
    String materialId, String side, Double percolation2dEv, Double percolation1dEv) {
  /** The columns that it is read from. */
  public static final List<String> COLUMNS =
      List.of(
          SharedColumns.MATERIAL_ID,
          SharedColumns.SIDE,
          MaterialsTable.PERCOLATION_2D_EV,
          MaterialsTable.PERCOLATION_1D_EV);

  private static final Comparator<Double> NULLS_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /**
   * The order in which materials are recommended. The 2D percolation barrier ascends, then the 1D
   * one, and materials without one come last. Ties are ordered by id, then by side, top first.
   */
  public static final Comparator<Standing> BEST_FIRST =
      Comparator.comparing(Standing::percolation2dEv, NULLS_LAST)
          .thenComparing(Standing::percolation1dEv, NULLS_LAST)
          .thenComparing(Standing::materialId)
          .thenComparing(Standing::side, Comparator.reverseOrder());

  /** Returns what is in a row of the table {@code materials}. */
  public static Standing of(MaterialRow row) {
    return new Standing(row.materialId(), row.side(), row.percolation2dEv(), row.percolation1dEv());
  }

  /** Returns what is in a row that has at least the {@link #COLUMNS}. */
  public static Standing of(Row row) {
    return new Standing(
        row.getAs(SharedColumns.MATERIAL_ID),
        row.getAs(SharedColumns.SIDE),
        row.getAs(MaterialsTable.PERCOLATION_2D_EV),
        row.getAs(MaterialsTable.PERCOLATION_1D_EV));
  }
}
