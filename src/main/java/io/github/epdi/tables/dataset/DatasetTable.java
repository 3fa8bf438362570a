package io.github.epdi.tables.dataset;

import io.github.epdi.tables.encoding.DescribedTable;
import io.github.epdi.tables.encoding.RecordTable;
import java.util.List;

/**
 * A table of a training data set. These tables have a version of their own.
 *
 * @param <R> the row record
 */
public final class DatasetTable<R extends Record> extends RecordTable<R> implements DescribedTable {
  /**
   * The version of all three tables. It is raised when columns are added, and earlier columns stay
   * as they were.
   */
  public static final int SCHEMA_VERSION = 3;

  /** The training table, which has the labels. */
  public static final DatasetTable<LabelRow> LABELS =
      new DatasetTable<>("labels", "One labelled site of one side of a material.", LabelRow.class);

  /** The table of reference curves. */
  public static final DatasetTable<NebRow> NEB =
      new DatasetTable<>(
          "neb", "One image of a nudged-elastic-band calculation, on its path.", NebRow.class);

  /** The table of what was not imported. */
  public static final DatasetTable<ImportRejectRow> REJECTS =
      new DatasetTable<>(
          "rejects", "One calculation or label that was not imported.", ImportRejectRow.class);

  private DatasetTable(String name, String meaning, Class<R> rowType) {
    super(name, meaning, rowType);
  }

  @Override
  public String documentPath() {
    return "dataset/" + name();
  }

  @Override
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }

  /** Returns all tables of a data set. */
  public static List<DatasetTable<?>> all() {
    return List.of(LABELS, NEB, REJECTS);
  }
}
