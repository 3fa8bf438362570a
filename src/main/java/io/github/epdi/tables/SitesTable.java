package io.github.epdi.tables;

/** The table {@code sites}, which has T and H sites with their binding energies. */
public final class SitesTable extends FlatTable<SiteRow> {
  /** The only instance. */
  public static final SitesTable TABLE = new SitesTable();

  private SitesTable() {
    super("sites", "One T or H site of one side of a material.", SiteRow.class);
  }
}
