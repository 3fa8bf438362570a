package io.github.epdi.report;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.tables.MaterialRow;
import java.util.List;
import java.util.Objects;

/**
 * Everything that a report is made of.
 *
 * @param output where the tables lie, as the user wrote it
 * @param materials best first
 * @param rejects rejected grids in the order of their files' URIs
 * @param runs runs of these materials and rejects, the newest first
 * @param labels pairs of labels and predictions; empty if there are no labels
 * @param unmatchedLabels labels that belong to no reported site
 * @param withoutEnergies sides of materials for which no energies were predicted
 */
public record ReportInput(
    String output,
    List<ScreenedMaterial> materials,
    List<RejectedGrid> rejects,
    List<ScreenedRun> runs,
    List<LabelledPair> labels,
    int unmatchedLabels,
    List<MaterialRow> withoutEnergies) {
  /** Copies the lists. */
  public ReportInput {
    materials = List.copyOf(materials);
    rejects = List.copyOf(rejects);
    runs = List.copyOf(runs);
    labels = List.copyOf(labels);
    withoutEnergies = List.copyOf(withoutEnergies);
  }

  /** Makes an input in which every material has energies. */
  public ReportInput(
      String output,
      List<ScreenedMaterial> materials,
      List<RejectedGrid> rejects,
      List<ScreenedRun> runs,
      List<LabelledPair> labels,
      int unmatchedLabels) {
    this(output, materials, rejects, runs, labels, unmatchedLabels, List.of());
  }

  /** Returns the model card of the newest run that recorded one, or null if none did. */
  BundleMetadata newestModel() {
    return runs.stream().map(ScreenedRun::model).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Returns the same input with labels. */
  public ReportInput withLabels(List<LabelledPair> pairs, int unmatched) {
    return new ReportInput(output, materials, rejects, runs, pairs, unmatched, withoutEnergies);
  }
}
