package io.github.epdi.report;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.tables.MaterialRow;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a report is made of.
 *
 * @param output where the tables lie, as the user wrote it
 * @param materials all materials, best first
 * @param details rows of all tables of those materials that they were asked for, by {@link
 *     RankedMaterial#name()}, best first
 * @param rejects rejected grids in the order of their files' URIs
 * @param runs runs of these materials and rejects, the newest first
 * @param labels pairs of labels and predictions; empty if there are no labels
 * @param unmatchedLabels labels that belong to no reported site
 * @param withoutEnergies sides of materials for which no energies were predicted
 */
public record ReportInput(
    String output,
    List<RankedMaterial> materials,
    Map<String, ScreenedMaterial> details,
    List<RejectedGrid> rejects,
    List<ScreenedRun> runs,
    List<LabelledPair> labels,
    int unmatchedLabels,
    List<MaterialRow> withoutEnergies) {
  /** Copies the collections. */
  public ReportInput {
    materials = List.copyOf(materials);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    rejects = List.copyOf(rejects);
    runs = List.copyOf(runs);
    labels = List.copyOf(labels);
    withoutEnergies = List.copyOf(withoutEnergies);
  }

  /** Makes an input in which every material has energies and details. */
  public ReportInput(
      String output,
      Collection<ScreenedMaterial> materials,
      List<RejectedGrid> rejects,
      List<ScreenedRun> runs,
      List<LabelledPair> labels,
      int unmatchedLabels) {
    this(
        output,
        materials.stream().map(ScreenedMaterial::ranked).toList(),
        byName(materials),
        rejects,
        runs,
        labels,
        unmatchedLabels,
        List.of());
  }

  static Map<String, ScreenedMaterial> byName(Collection<ScreenedMaterial> materials) {
    Map<String, ScreenedMaterial> named = new LinkedHashMap<>();
    materials.forEach(material -> named.put(material.name(), material));
    return named;
  }

  /**
   * Returns the rows of all tables of a material.
   *
   * @throws IllegalStateException if they were not asked for when the input was read
   */
  public ScreenedMaterial details(RankedMaterial material) {
    ScreenedMaterial found = details.get(material.name());
    if (found == null) {
      throw new IllegalStateException(
          "Cannot show details of " + material.name() + ": they were not read");
    }
    return found;
  }

  /** Returns the model card of the newest run that recorded one, or null if none did. */
  BundleMetadata newestModel() {
    return runs.stream().map(ScreenedRun::model).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Returns the same input with labels. */
  public ReportInput withLabels(List<LabelledPair> pairs, int unmatched) {
    return new ReportInput(
        output, materials, details, rejects, runs, pairs, unmatched, withoutEnergies);
  }
}
