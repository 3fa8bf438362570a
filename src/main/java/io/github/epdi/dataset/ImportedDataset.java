package io.github.epdi.dataset;

import io.github.epdi.tables.dataset.ImportRejectRow;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.NebRow;
import io.github.epdi.theory.LevelOfTheory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of an import.
 *
 * @param labels labels, ordered by material and site
 * @param neb images of bands, ordered by material, path and image
 * @param rejects what was not imported, ordered by source
 * @param theory level of theory of all labels and images
 * @param warnings what a user should know about the level of theory
 */
public record ImportedDataset(
    List<LabelRow> labels,
    List<NebRow> neb,
    List<ImportRejectRow> rejects,
    LevelOfTheory theory,
    List<String> warnings) {
  /** Copies the lists. */
  public ImportedDataset {
    labels = List.copyOf(labels);
    neb = List.copyOf(neb);
    rejects = List.copyOf(rejects);
    warnings = List.copyOf(warnings);
  }

  /** Tells whether there is nothing to train on or to compare with. */
  public boolean isEmpty() {
    return labels.isEmpty() && neb.isEmpty();
  }

  /** Returns the number of bands. */
  public int paths() {
    return (int) neb.stream().filter(row -> row.image().number() == 0).count();
  }

  /** Returns the number of materials that have labels. */
  public int materials() {
    return (int) labels.stream().map(LabelRow::materialId).distinct().count();
  }

  /** Returns how many labels and images have each flag, ordered by flag. */
  public Map<String, Long> flagCounts() {
    return Stream.concat(
            labels.stream().map(LabelRow::flags),
            neb.stream()
                .filter(row -> row.convergence() != null)
                .map(row -> row.convergence().flags()))
        .flatMap(List::stream)
        .collect(Collectors.groupingBy(flag -> flag, TreeMap::new, Collectors.counting()));
  }

  /**
   * Returns the materials whose labels lie off the line of the others through electron affinity and
   * work function, with their mean error in eV, prediction minus label, largest first. It is empty
   * for fewer than six materials with levels.
   */
  public Map<String, Double> offTheLineEv() {
    return LabelLine.offTheLineEv(labels);
  }

  /** Returns what the flags mean, in words and without repetitions. */
  public List<String> remarks() {
    return Stream.concat(
            labels.stream()
                .filter(row -> row.convergence() != null)
                .map(row -> row.convergence().remarks()),
            neb.stream()
                .filter(row -> row.convergence() != null)
                .map(row -> row.convergence().remarks()))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Returns the number of rejects with each code, ordered by code. */
  public Map<String, Long> rejectCounts() {
    return rejects.stream()
        .collect(Collectors.groupingBy(ImportRejectRow::code, TreeMap::new, Collectors.counting()));
  }
}
