package io.github.epdi.tables.dataset;

import io.github.epdi.tables.columns.DescribedTable;
import io.github.epdi.tables.columns.RecordTable;
import java.util.List;

/**
 * A table of a training data set. These have a version of their own.
 *
 * @param <R> the row record
 */
public final class DatasetTable<R extends Record> extends RecordTable<R> implements DescribedTable {
  /**
   * Version of all three tables, raised when columns are added; what was there before stays as it
   * was.
   */
  public static final int SCHEMA_VERSION = 2;

  /** The training table. */
  public static final DatasetTable<LabelRow> LABELS =
      new DatasetTable<>("labels", "One labelled site of one side of a material.", LabelRow.class);

  /** Reference curves. */
  public static final DatasetTable<NebRow> NEB =
      new DatasetTable<>(
          "neb", "One image of a nudged-elastic-band calculation, on its path.", NebRow.class);

  /** What was not imported. */
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

  /** All tables of a data set. */
  public static List<DatasetTable<?>> all() {
    return List.of(LABELS, NEB, REJECTS);
  }
}
