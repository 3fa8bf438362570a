package io.github.epdi.publication;

import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What every description of the package says in its own form.
 *
 * @param imprint what the publisher says
 * @param manifest number of the manifest whose newest results these are
 * @param runs the runs
 * @param tables the tables with their rows
 * @param materials number of materials among the structures
 * @param synthetic how many of them are synthetic
 * @param packagedBy version of the program that made the package
 */
record PackageFacts(
    Imprint imprint,
    long manifest,
    PublishedRuns runs,
    List<PackagedTable> tables,
    long materials,
    long synthetic,
    String packagedBy) {

  /** Returns the version of the data set: other data, another first number. */
  String version() {
    return manifest + ".0.0";
  }

  /** Returns the day of publication. */
  LocalDate date() {
    return imprint.date() == null ? runs.lastDay() : imprint.date();
  }

  /** Returns words by which the data set is found. */
  List<String> keywords() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "materials science",
                "batteries",
                "lithium diffusion",
                "diffusion barriers",
                "two-dimensional materials",
                "transition metal dichalcogenides"));
    if (synthetic > 0) {
      words.add("synthetic data");
    }
    return words;
  }

  /** Returns what the data set is, in sentences without markup. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Binding energies, diffusion barriers and percolation barriers of "
            + runs.ions()
            + " on "
            + rows(MaterialsTable.TABLE.name())
            + " surfaces of "
            + materials
            + " materials, screened by EPDI Screen "
            + String.join(", ", runs.versions())
            + " (algorithm "
            + runs.algorithms().stream().map(String::valueOf).collect(Collectors.joining(", "))
            + ") in "
            + runs.byId().size()
            + (runs.byId().size() == 1 ? " run" : " runs")
            + " from "
            + runs.firstDay()
            + " to "
            + runs.lastDay()
            + ".");
    sentences.add(
        "The energies are predictions of a model and no calculations: each row has its interval,"
            + " flags and doubts where the model tells them.");
    for (PublishedModel model : runs.models()) {
      sentences.add("Level of theory of the model " + model.digest() + ": " + model.theory() + ".");
    }
    if (synthetic > 0) {
      sentences.add(
          synthetic
              + " of the materials are synthetic: slabs and potentials made by formula, which"
              + " stand for no compound.");
    }
    long rejects = rows(RejectsTable.TABLE.name());
    if (rejects > 0) {
      sentences.add(rejects + " grids were rejected and are listed with the reason.");
    }
    return sentences;
  }

  private long rows(String table) {
    return tables.stream()
        .filter(packaged -> packaged.table().name().equals(table))
        .mapToLong(PackagedTable::rows)
        .sum();
  }
}
