package io.github.epdi.tables;

/** The table {@code grids}, which says what was understood of each screened grid. */
public final class GridsTable extends FlatTable<GridRow> {
  /** The name of the column with the format that a file's content shows. */
  public static final String FORMAT = "format";

  /** The only instance. */
  public static final GridsTable TABLE = new GridsTable();

  private GridsTable() {
    super("grids", "One screened grid.", GridRow.class);
  }
}
