package io.github.epdi.tables;

/** The table {@code grids}: what was understood of each screened grid. */
public final class GridsTable extends FlatTable<GridRow> {
  /** The table. */
  public static final GridsTable TABLE = new GridsTable();

  private GridsTable() {
    super("grids", "One screened grid.", GridRow.class);
  }
}
