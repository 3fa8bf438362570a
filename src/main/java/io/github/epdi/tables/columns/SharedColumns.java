package io.github.epdi.tables.columns;

/** Names of the columns that several tables have, of runs and of data sets alike. */
public final class SharedColumns {
  /** The material that a row is of. */
  public static final String MATERIAL_ID = "material_id";

  /** The side of the slab: top or bottom. */
  public static final String SIDE = "side";

  /** The id of a site within its side. */
  public static final String SITE_ID = "site_id";

  private SharedColumns() {}
}
