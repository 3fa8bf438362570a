package io.github.epdi.tables;

/** The table {@code rejects}: the grids that could not be screened, and why. */
public final class RejectsTable extends FlatTable<RejectRow> {
  /** Name of the column that says why. */
  public static final String CODE = "code";

  /** The table. */
  public static final RejectsTable TABLE = new RejectsTable();

  private RejectsTable() {
    super("rejects", "One grid that could not be screened.", RejectRow.class);
  }
}
