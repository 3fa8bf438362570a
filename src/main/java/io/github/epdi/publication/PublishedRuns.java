package io.github.epdi.publication;

import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.RunsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The runs that the package's rows are of, by their ids. */
final class PublishedRuns {
  private final Map<String, RunRow> runs = new TreeMap<>();

  /** Takes the rows of the table {@code runs}, at least one. */
  static PublishedRuns of(Iterable<Row> rows) {
    PublishedRuns published = new PublishedRuns();
    rows.forEach(row -> published.runs.put(FlatTable.runId(row), RunsTable.TABLE.fromRow(row)));
    return published;
  }

  /** Returns the runs by their ids, in order of the ids. */
  Map<String, RunRow> byId() {
    return runs;
  }

  /** Returns the versions of the program that ran, each once, in order of their texts. */
  List<String> versions() {
    return runs.values().stream()
        .map(run -> run.execution().program().applicationVersion())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the numbers of the algorithm, each once. */
  List<Integer> algorithms() {
    return runs.values().stream()
        .map(run -> run.execution().program().algorithmVersion())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the models that predicted, by their digests; rows of version 1 do not tell them. */
  Collection<PublishedModel> models() {
    Map<String, PublishedModel> models = new TreeMap<>();
    for (RunRow run : runs.values()) {
      if (run.added().modelJson() != null) {
        models.computeIfAbsent(
            run.model().digest(), digest -> PublishedModel.of(digest, run.added().modelJson()));
      }
    }
    return models.values();
  }

  /** Returns the ions, as a text. Runs of version 1 do not tell; they were all of lithium. */
  String ions() {
    String ions =
        models().stream()
            .map(model -> model.metadata().ion())
            .distinct()
            .collect(Collectors.joining(", "));
    return ions.isEmpty() ? "Li" : ions;
  }

  /** Returns the day on which the first run began. */
  LocalDate firstDay() {
    return day(
        runs.values().stream()
            .mapToLong(run -> run.execution().period().startedMillis())
            .min()
            .orElseThrow());
  }

  /** Returns the day on which the last run ended. */
  LocalDate lastDay() {
    return day(
        runs.values().stream()
            .mapToLong(run -> run.execution().period().finishedMillis())
            .max()
            .orElseThrow());
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
