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
 * What an import found.
 *
 * @param labels by material and site
 * @param neb by material, path and image
 * @param rejects by source
 * @param theory of all labels and images
 * @param warnings what a user should know of it
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

  /** Whether there is anything to train on or to compare with. */
  public boolean isEmpty() {
    return labels.isEmpty() && neb.isEmpty();
  }

  /** Number of bands. */
  public int paths() {
    return (int) neb.stream().filter(row -> row.image().number() == 0).count();
  }

  /** Number of materials with labels. */
  public int materials() {
    return (int) labels.stream().map(LabelRow::materialId).distinct().count();
  }

  /** Number of labels and images of each flag, by flag. */
  public Map<String, Long> flagCounts() {
    return Stream.concat(
            labels.stream().map(LabelRow::flags),
            neb.stream()
                .filter(row -> row.convergence() != null)
                .map(row -> row.convergence().flags()))
        .flatMap(List::stream)
        .collect(Collectors.groupingBy(flag -> flag, TreeMap::new, Collectors.counting()));
  }

  /** What the flags are about, in words, each remark once. */
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

  /** Number of rejects of each code, by code. */
  public Map<String, Long> rejectCounts() {
    return rejects.stream()
        .collect(Collectors.groupingBy(ImportRejectRow::code, TreeMap::new, Collectors.counting()));
  }
}
