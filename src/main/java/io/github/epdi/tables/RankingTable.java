package io.github.epdi.tables;

import io.github.epdi.tables.encoding.DescribedTable;
import io.github.epdi.tables.encoding.FieldIds;
import io.github.epdi.tables.encoding.RecordTable;
import java.util.Map;

/**
 * The table {@code ranking}, which no run writes: it is computed from the newest results of all
 * runs that a manifest shows.
 */
public final class RankingTable extends RecordTable<RankingRow> implements DescribedTable {
  /** The only instance. */
  public static final RankingTable TABLE = new RankingTable();

  private static final int SCHEMA_VERSION = 1;

  private RankingTable() {
    super(
        "ranking",
        "One side of a material that has energies, in its place by the 2D percolation barrier.",
        RankingRow.class);
  }

  @Override
  public String documentPath() {
    return name();
  }

  @Override
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }

  @Override
  public Map<String, Integer> fieldIds() {
    return FieldIds.of(schema());
  }
}
