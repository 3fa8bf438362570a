package io.github.epdi.tables;

/** The table {@code rejects}, which has the grids that could not be screened, and why. */
public final class RejectsTable extends FlatTable<RejectRow> {
  /** The name of the column with the reason as a code. */
  public static final String CODE = "code";

  /** The only instance. */
  public static final RejectsTable TABLE = new RejectsTable();

  private RejectsTable() {
    super("rejects", "One grid that could not be screened.", RejectRow.class);
  }
}
