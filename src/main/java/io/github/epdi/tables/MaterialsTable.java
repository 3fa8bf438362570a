package io.github.epdi.tables;

import java.util.Comparator;

/** The table {@code materials}: one row for each side of a material, what screening is for. */
public final class MaterialsTable extends FlatTable<MaterialRow> {
  /** Column: percolation barrier in one direction. */
  public static final String PERCOLATION_1D_EV = "percolation_1d_ev";

  /** Column: percolation barrier over the whole surface. */
  public static final String PERCOLATION_2D_EV = "percolation_2d_ev";

  /** The table. */
  public static final MaterialsTable TABLE = new MaterialsTable();

  private MaterialsTable() {
    super("materials", "One side of one material.", MaterialRow.class);
  }

  /**
   * The order in which materials are recommended: 2D percolation barrier ascending, then 1D, those
   * without one last, ties by id, then side (top first).
   */
  public static Comparator<MaterialRow> bestFirst() {
    Comparator<Double> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
    return Comparator.comparing(MaterialRow::percolation2dEv, nullsLast)
        .thenComparing(MaterialRow::percolation1dEv, nullsLast)
        .thenComparing(MaterialRow::materialId)
        .thenComparing(MaterialRow::side, Comparator.reverseOrder());
  }
}
