package io.github.epdi.report;

import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.runs.RunViews;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.BarriersTable;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.NearestName;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.RunsTable;
import io.github.epdi.tables.SiteRow;
import io.github.epdi.tables.SitesTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads what a report shows from the visible tables of an output folder, in the driver. */
public final class ReportTables {
  private final Function<String, Dataset<Row>> table;
  private final Function<String, Dataset<Row>> chosen;

  /**
   * Prepares reading.
   *
   * @param table gives all rows of the runs in question
   * @param chosen gives those rows of grids and rejects that are reported
   */
  private ReportTables(
      Function<String, Dataset<Row>> table, Function<String, Dataset<Row>> chosen) {
    this.table = table;
    this.chosen = chosen;
  }

  /** Identifies one side of a material within a run. */
  private record Key(String runId, String materialId, String side) {}

  /**
   * Reads the newest result of each material.
   *
   * @param output where the tables lie, as the user wrote it
   */
  public static ReportInput latest(RunViews views, String output) {
    return new ReportTables(views::table, views::latest).read(output);
  }

  /**
   * Reads the results of one run.
   *
   * @throws InputException if there is no such run, naming the nearest
   */
  public static ReportInput ofRun(RunViews views, String output, String runId) {
    Set<String> ids = views.manifest().runIds();
    if (!ids.contains(runId)) {
      throw new InputException(
          "Cannot report run "
              + runId
              + " of "
              + output
              + ": no such run; the nearest is "
              + NearestName.of(runId, List.copyOf(ids)));
    }
    Function<String, Dataset<Row>> table = name -> views.table(name, runId);
    return new ReportTables(table, table).read(output);
  }

  private ReportInput read(String output) {
    Map<Key, GridRow> grids = new HashMap<>();
    for (Row row : chosen.apply(GridsTable.TABLE.name()).collectAsList()) {
      GridRow grid = GridsTable.TABLE.fromRow(row);
      grids.put(new Key(FlatTable.runId(row), grid.key().materialId(), ""), grid);
    }
    String[] runs = grids.keySet().stream().map(Key::runId).distinct().toArray(String[]::new);
    Map<Key, List<SiteRow>> sites =
        grouped(SitesTable.TABLE, runs, SiteRow::materialId, SiteRow::side);
    Map<Key, List<HopRow>> hops = grouped(HopsTable.TABLE, runs, HopRow::materialId, HopRow::side);
    Map<Key, List<BarrierRow>> paths =
        grouped(BarriersTable.TABLE, runs, BarrierRow::materialId, BarrierRow::side);
    List<ScreenedMaterial> materials = new ArrayList<>();
    List<MaterialRow> withoutEnergies = new ArrayList<>();
    Set<String> runIds = new HashSet<>();
    for (Row row : rows(MaterialsTable.TABLE, runs)) {
      MaterialRow material = MaterialsTable.TABLE.fromRow(row);
      String runId = FlatTable.runId(row);
      GridRow grid = grids.get(new Key(runId, material.materialId(), ""));
      if (grid == null) {
        continue; // a later run has a newer result of this material
      }
      runIds.add(runId);
      if (!material.hasEnergies()) {
        withoutEnergies.add(material);
        continue;
      }
      Key key = new Key(runId, material.materialId(), material.side());
      materials.add(
          new ScreenedMaterial(
              runId, material, grid, sites.get(key), hops.get(key), paths.get(key)));
    }
    materials.sort(Comparator.comparing(ScreenedMaterial::row, MaterialsTable.bestFirst()));
    withoutEnergies.sort(
        Comparator.comparing(MaterialRow::materialId).thenComparing(MaterialRow::side));
    List<RejectedGrid> rejects = new ArrayList<>();
    for (Row row : chosen.apply(RejectsTable.TABLE.name()).collectAsList()) {
      rejects.add(new RejectedGrid(FlatTable.runId(row), RejectsTable.TABLE.fromRow(row)));
      runIds.add(FlatTable.runId(row));
    }
    rejects.sort(Comparator.comparing(reject -> reject.row().key().inputUri()));
    return new ReportInput(output, materials, rejects, runs(runIds), List.of(), 0, withoutEnergies);
  }

  private List<ScreenedRun> runs(Set<String> runIds) {
    List<ScreenedRun> runs = new ArrayList<>();
    for (Row row : table.apply(RunsTable.TABLE.name()).collectAsList()) {
      if (runIds.contains(FlatTable.runId(row))) {
        runs.add(new ScreenedRun(FlatTable.runId(row), RunsTable.TABLE.fromRow(row)));
      }
    }
    runs.sort(
        Comparator.comparingLong(
                (ScreenedRun run) -> run.row().execution().period().finishedMillis())
            .reversed());
    return runs;
  }

  private List<Row> rows(FlatTable<?> of, String[] runs) {
    return table
        .apply(of.name())
        .where(functions.col(FlatTable.RUN_ID).isin((Object[]) runs))
        .collectAsList();
  }

  private <R extends Record> Map<Key, List<R>> grouped(
      FlatTable<R> of, String[] runs, Function<R, String> material, Function<R, String> side) {
    Map<Key, List<R>> groups = new HashMap<>();
    Map<String, String> shared = new HashMap<>();
    UnaryOperator<String> once = text -> shared.computeIfAbsent(text, t -> t);
    for (Row row : rows(of, runs)) {
      R fields = of.fromRow(row);
      Key key =
          new Key(
              once.apply(FlatTable.runId(row)),
              once.apply(material.apply(fields)),
              once.apply(side.apply(fields)));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(fields);
    }
    return groups;
  }
}
