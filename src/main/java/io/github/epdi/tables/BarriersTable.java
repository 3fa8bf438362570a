package io.github.epdi.tables;

/**
 * The table {@code barriers}, which has one path of each symmetry orbit with its energies and
 * barriers.
 */
public final class BarriersTable extends FlatTable<BarrierRow> {
  /** The name of the column with the id of a path within its side. */
  public static final String PATH_ID = "path_id";

  /** The only instance. */
  public static final BarriersTable TABLE = new BarriersTable();

  private BarriersTable() {
    super(
        "barriers",
        "One diffusion path T-B-H-B'-T' of one side of a material, the first of its symmetry orbit.",
        BarrierRow.class);
  }
}
