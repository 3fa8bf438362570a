package io.github.epdi.screening;

import io.github.epdi.runs.VisibleRows;
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
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The visible results of a campaign.
 *
 * @param runId the run of the campaign as it is now
 * @param outcome whether something was computed now
 * @param visible the state of the output folder that shows them
 * @param tables folder of the run's tables
 * @param materials materials of the campaign by the runs that have their results
 */
public record ScreeningResult(
    String runId,
    Outcome outcome,
    VisibleRows visible,
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
    List<RunRow> runs = new ArrayList<>();
    visible.show(RunsTable.TABLE, runId, row -> !runs.add(RunsTable.TABLE.fromRow(row)));
    return runs.isEmpty() ? null : runs.get(0);
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
    showRejects(
        reject -> {
          rejects.add(reject);
          return rejects.size() < count;
        });
    return rejects;
  }

  /** Tells whether the program itself failed at a grid of the campaign. */
  public boolean hasFailed() {
    AtomicBoolean failed = new AtomicBoolean();
    showRejects(
        reject -> {
          failed.set(RejectCode.FAILED.name().equals(reject.reason().code()));
          return !failed.get();
        });
    return failed.get();
  }

  /** Shows rejects of the campaign until one is not wanted any more. */
  private void showRejects(Predicate<RejectRow> goesOn) {
    AtomicBoolean wanted = new AtomicBoolean(true);
    materials.forEach(
        (run, ids) -> {
          if (wanted.get()) {
            visible.show(
                RejectsTable.TABLE,
                run,
                row -> {
                  RejectRow reject = RejectsTable.TABLE.fromRow(row);
                  wanted.set(!ids.contains(reject.key().materialId()) || goesOn.test(reject));
                  return wanted.get();
                });
          }
        });
  }

  /**
   * Returns the best materials in the order of {@link MaterialsTable#bestFirst()}, at most {@code
   * count}. Materials without energies are not among them.
   */
  public List<MaterialRow> best(int count) {
    Set<Standing> best = standings(count);
    List<MaterialRow> rows = new ArrayList<>();
    visible.showMaterials(
        MaterialsTable.TABLE,
        best.stream().map(Standing::materialId).collect(Collectors.toSet()),
        row -> {
          MaterialRow material = MaterialsTable.TABLE.fromRow(row);
          if (isOfCampaign(row) && best.contains(Standing.of(material))) {
            rows.add(material);
          }
        });
    return rows.stream().sorted(MaterialsTable.bestFirst()).toList();
  }

  /** Reads the few columns that decide which materials are the best. */
  private Set<Standing> standings(int count) {
    PriorityQueue<Standing> kept = new PriorityQueue<>(Standing.BEST_FIRST.reversed());
    showMaterials(
        row -> {
          if (hasEnergies(row)) {
            kept.add(Standing.of(row));
          }
          if (kept.size() > count) {
            kept.remove();
          }
        });
    return Set.copyOf(kept);
  }

  /** Returns the number of rows of {@code materials} without energies, whose flags say why. */
  public long withoutEnergies() {
    AtomicLong without = new AtomicLong();
    showMaterials(
        row -> {
          if (!hasEnergies(row)) {
            without.incrementAndGet();
          }
        });
    return without.get();
  }

  private static boolean hasEnergies(Row row) {
    return row.<Integer>getAs(MaterialsTable.MEMBERS) > 0;
  }

  /** Shows what decides of the campaign's materials, a few columns of them. */
  private void showMaterials(Consumer<Row> material) {
    List<String> columns = new ArrayList<>(Standing.COLUMNS);
    columns.addAll(List.of(MaterialsTable.MEMBERS, FlatTable.RUN_ID));
    visible.show(
        MaterialsTable.TABLE,
        columns,
        row -> {
          if (isOfCampaign(row)) {
            material.accept(row);
          }
          return true;
        });
  }

  private boolean isOfCampaign(Row row) {
    return materials
        .getOrDefault(FlatTable.runId(row), Set.of())
        .contains(row.<String>getAs(SharedColumns.MATERIAL_ID));
  }
}
