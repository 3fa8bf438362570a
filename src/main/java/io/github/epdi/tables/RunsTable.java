package io.github.epdi.tables;

/** The table {@code runs}, which says what was run, with what, and what it cost. */
public final class RunsTable extends FlatTable<RunRow> {
  /** The only instance. */
  public static final RunsTable TABLE = new RunsTable();

  private RunsTable() {
    super("runs", "One run.", RunRow.class);
  }
}
