package io.github.epdi.tables.encoding;

/** The names of the columns that several tables have, in runs and data sets alike. */
public final class SharedColumns {
  /** Names the column with the material that a row belongs to. */
  public static final String MATERIAL_ID = "material_id";

  /** Names the column with the side of the slab, top or bottom. */
  public static final String SIDE = "side";

  /** Names the column with the id of a site within its side. */
  public static final String SITE_ID = "site_id";

  private SharedColumns() {}
}
