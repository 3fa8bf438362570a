package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.tables.dataset.ImportRejectRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is not imported, and the reasons. */
final class ImportRejects {
  private final List<ImportRejectRow> rows = new ArrayList<>();

  void add(String sourceUri, String materialId, UnusableException why) {
    rows.add(new ImportRejectRow(sourceUri, materialId, why.code(), why.getMessage()));
  }

  /** Returns all rejects, ordered by source. */
  List<ImportRejectRow> rows() {
    return rows.stream().sorted(Comparator.comparing(ImportRejectRow::sourceUri)).toList();
  }
}
