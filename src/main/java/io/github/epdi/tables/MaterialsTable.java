package io.github.epdi.tables;

import java.util.Comparator;

/**
 * The table {@code materials}, which has one row for each side of a material. It is the main result
 * of a screening.
 */
public final class MaterialsTable extends FlatTable<MaterialRow> {
  /** The name of the column with the percolation barrier in one direction. */
  public static final String PERCOLATION_1D_EV = "percolation_1d_ev";

  /** The name of the column with the members of the ensemble, 0 where there are no energies. */
  public static final String MEMBERS = "members";

  /** The name of the column with the percolation barrier over the whole surface. */
  public static final String PERCOLATION_2D_EV = "percolation_2d_ev";

  /** The only instance. */
  public static final MaterialsTable TABLE = new MaterialsTable();

  private MaterialsTable() {
    super("materials", "One side of one material.", MaterialRow.class);
  }

  /** Returns the order in which materials are recommended, {@link Standing#BEST_FIRST}. */
  public static Comparator<MaterialRow> bestFirst() {
    return Comparator.comparing(Standing::of, Standing.BEST_FIRST);
  }
}
