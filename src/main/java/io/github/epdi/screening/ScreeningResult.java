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
import io.github.epdi.tables.Standing;
import io.github.epdi.tables.encoding.SharedColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

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
  private static final MaterialsTable MATERIALS = MaterialsTable.TABLE;

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
    Iterator<Row> rows = rows(RejectsTable.TABLE).toLocalIterator();
    while (rejects.size() < count && rows.hasNext()) {
      Row row = rows.next();
      RejectRow reject = RejectsTable.TABLE.fromRow(row);
      if (isOfCampaign(FlatTable.runId(row), reject.key().materialId())) {
        rejects.add(reject);
      }
    }
    return rejects;
  }

  /** Tells whether the program itself failed at a grid of the campaign. */
  public boolean hasFailed() {
    Iterator<Row> rows =
        rows(RejectsTable.TABLE)
            .where(col(RejectsTable.CODE).equalTo(RejectCode.FAILED.name()))
            .select(FlatTable.RUN_ID, SharedColumns.MATERIAL_ID)
            .toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (isOfCampaign(row.getString(0), row.getString(1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the best materials in the order of {@link MaterialsTable#bestFirst()}, at most {@code
   * count}. Materials without energies are not among them.
   */
  public List<MaterialRow> best(int count) {
    Set<Standing> best = standings(count);
    if (best.isEmpty()) {
      return List.of();
    }
    Object[] ids = best.stream().map(Standing::materialId).distinct().toArray();
    List<MaterialRow> materials = new ArrayList<>();
    for (Row row :
        rows(MATERIALS).where(col(SharedColumns.MATERIAL_ID).isin(ids)).collectAsList()) {
      MaterialRow material = MATERIALS.fromRow(row);
      if (isOfCampaign(FlatTable.runId(row), material.materialId())
          && best.contains(Standing.of(material))) {
        materials.add(material);
      }
    }
    return materials.stream().sorted(MaterialsTable.bestFirst()).toList();
  }

  /** Reads the few columns that decide which materials are the best. */
  private Set<Standing> standings(int count) {
    PriorityQueue<Standing> kept = new PriorityQueue<>(Standing.BEST_FIRST.reversed());
    Iterator<Row> rows = withRun(rows(MATERIALS).where(col(MaterialsTable.MEMBERS).gt(0)));
    while (rows.hasNext()) {
      Row row = rows.next();
      Standing standing = Standing.of(row);
      if (isOfCampaign(row.getString(Standing.COLUMNS.size()), standing.materialId())) {
        kept.add(standing);
      }
      if (kept.size() > count) {
        kept.remove();
      }
    }
    return Set.copyOf(kept);
  }

  /** Returns the number of rows of {@code materials} without energies, whose flags say why. */
  public long withoutEnergies() {
    Iterator<Row> rows = withRun(rows(MATERIALS).where(col(MaterialsTable.MEMBERS).equalTo(0)));
    long count = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      boolean counts =
          isOfCampaign(row.getString(Standing.COLUMNS.size()), Standing.of(row).materialId());
      count += counts ? 1 : 0;
    }
    return count;
  }

  /** Returns the columns of a standing, and then the run. */
  private static Iterator<Row> withRun(Dataset<Row> materials) {
    List<String> columns = new ArrayList<>(Standing.COLUMNS);
    columns.add(FlatTable.RUN_ID);
    return materials
        .select(columns.stream().map(functions::col).toArray(Column[]::new))
        .toLocalIterator();
  }

  private boolean isOfCampaign(String run, String material) {
    return materials.getOrDefault(run, Set.of()).contains(material);
  }

  /** Returns the rows of all runs that have results of the campaign. */
  private Dataset<Row> rows(FlatTable<?> table) {
    Object[] runs = materials.keySet().toArray();
    return views.table(table.name()).where(col(FlatTable.RUN_ID).isin(runs));
  }
}
