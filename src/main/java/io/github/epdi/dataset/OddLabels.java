package io.github.epdi.dataset;

import io.github.epdi.tables.dataset.LabelRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Flags the labels of materials that lie off the line of the others. None is dropped. */
final class OddLabels {
  private OddLabels() {}

  /** Returns the same labels in the same order, those of odd materials with flag and remark. */
  static List<LabelRow> flagged(List<LabelRow> labels) {
    Map<String, Double> off = LabelLine.offTheLineEv(labels);
    List<LabelRow> rows = new ArrayList<>();
    for (LabelRow label : labels) {
      Double error = off.get(label.materialId());
      rows.add(error == null ? label : flagged(label, error));
    }
    return rows;
  }

  private static LabelRow flagged(LabelRow row, double errorEv) {
    LabelRow.ConvergenceColumns before =
        row.convergence() == null
            ? new LabelRow.ConvergenceColumns(null, null, null, List.of())
            : row.convergence();
    List<String> flags = new ArrayList<>(row.flags());
    flags.add(OffTheLine.FLAG);
    flags.sort(null);
    List<String> remarks = new ArrayList<>(before.remarks());
    remarks.add(
        String.format(
            Locale.ROOT,
            "%s: labels lie %.3f eV off the line of the other materials (%s)",
            row.materialId(),
            Math.abs(errorEv),
            OffTheLine.CAUSES));
    return new LabelRow(
        row.surface(),
        row.site(),
        row.ion(),
        row.energy(),
        row.source(),
        flags,
        new LabelRow.ConvergenceColumns(
            before.withIonEv(), before.slabEv(), before.ionEv(), remarks),
        row.levels());
  }
}
