package io.github.epdi.screening;

import static org.apache.spark.sql.functions.col;

import io.github.epdi.runs.RunViews;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.RunsTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The visible results of a campaign.
 *
 * @param runId the run of the campaign as it is now
 * @param outcome whether something was computed now
 * @param views the state of the output folder that shows them
 * @param tables folder of the run's tables
 * @param materials materials of the campaign by the runs that have their results
 */
public record ScreeningResult(
    String runId,
    Outcome outcome,
    RunViews views,
    String tables,
    Map<String, Set<String>> materials) {
  /** Tells how the results came to be. */
  public enum Outcome {
    /** At least one result was computed and made visible. */
    SCREENED,
    /**
     * All results were visible before. Nothing was computed, or the computed rows were not needed.
     */
    ALREADY_SCREENED
  }

  /**
   * Returns the run's row of {@code runs}, which tells what it cost and how many grids and rejects
   * it added. Returns null if other runs have all results.
   */
  public RunRow run() {
    List<Row> rows = views.table(RunsTable.TABLE.name(), runId).takeAsList(1);
    return rows.isEmpty() ? null : RunsTable.TABLE.fromRow(rows.get(0));
  }

  /** Returns the number of grids of the campaign, rejected ones included. */
  public int grids() {
    return materials.values().stream().mapToInt(Set::size).sum();
  }

  /** Returns the number of grids of the campaign whose results other runs have. */
  public int ofOtherRuns() {
    return grids() - materials.getOrDefault(runId, Set.of()).size();
  }

  /** Returns rejects of the campaign, at most {@code count}. */
  public List<RejectRow> rejects(int count) {
    List<RejectRow> rejects = new ArrayList<>();
    for (String run : materials.keySet()) {
      Iterator<Row> rows = rows(RejectsTable.TABLE, run);
      while (rejects.size() < count && rows.hasNext()) {
        RejectRow reject = RejectsTable.TABLE.fromRow(rows.next());
        if (materials.get(run).contains(reject.key().materialId())) {
          rejects.add(reject);
        }
      }
    }
    return rejects;
  }

  /** Tells whether the program itself failed at a grid of the campaign. */
  public boolean hasFailed() {
    for (String run : materials.keySet()) {
      Iterator<Row> rows =
          views
              .table(RejectsTable.TABLE.name(), run)
              .filter(col(RejectsTable.CODE).equalTo(RejectCode.FAILED.name()))
              .toLocalIterator();
      while (rows.hasNext()) {
        if (materials
            .get(run)
            .contains(RejectsTable.TABLE.fromRow(rows.next()).key().materialId())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the best materials in the order of {@link MaterialsTable#bestFirst()}, at most {@code
   * count}. Materials without energies are not among them.
   */
  public List<MaterialRow> best(int count) {
    PriorityQueue<MaterialRow> kept = new PriorityQueue<>(MaterialsTable.bestFirst().reversed());
    for (String run : materials.keySet()) {
      Iterator<Row> rows = rows(MaterialsTable.TABLE, run);
      while (rows.hasNext()) {
        MaterialRow material = MaterialsTable.TABLE.fromRow(rows.next());
        if (material.hasEnergies() && materials.get(run).contains(material.materialId())) {
          kept.add(material);
        }
        if (kept.size() > count) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(MaterialsTable.bestFirst()).toList();
  }

  /** Returns the number of rows of {@code materials} without energies, whose flags say why. */
  public long withoutEnergies() {
    return materials.entrySet().stream()
        .mapToLong(
            run ->
                views
                    .table(MaterialsTable.TABLE.name(), run.getKey())
                    .where(col(MaterialsTable.MEMBERS).equalTo(0))
                    .collectAsList()
                    .stream()
                    .map(row -> MaterialsTable.TABLE.fromRow(row).materialId())
                    .filter(run.getValue()::contains)
                    .count())
        .sum();
  }

  private Iterator<Row> rows(FlatTable<?> table, String run) {
    return views.table(table.name(), run).toLocalIterator();
  }
}
