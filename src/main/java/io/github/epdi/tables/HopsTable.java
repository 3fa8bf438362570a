package io.github.epdi.tables;

/**
 * The table {@code hops}, which has the bridges. Each is the saddle of a hop from a T to an H site.
 */
public final class HopsTable extends FlatTable<HopRow> {
  /** The name of the column with the id of a hop within its side. */
  public static final String HOP_ID = "hop_id";

  /** The only instance. */
  public static final HopsTable TABLE = new HopsTable();

  private HopsTable() {
    super(
        "hops",
        "One hop over a bridge from a T to an H site of one side of a material.",
        HopRow.class);
  }
}
