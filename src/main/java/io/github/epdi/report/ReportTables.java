package io.github.epdi.report;

import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.runs.VisibleRows;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Reads what a report shows from the visible tables of an output folder, without Spark. */
public final class ReportTables {
  private final VisibleRows visible;
  private final Function<FlatTable<?>, List<Row>> chosen;

  /**
   * Prepares reading.
   *
   * @param chosen gives those rows of materials and rejects that are reported
   */
  private ReportTables(VisibleRows visible, Function<FlatTable<?>, List<Row>> chosen) {
    this.visible = visible;
    this.chosen = chosen;
  }

  /** Identifies one side of a material within a run. */
  private record Key(String runId, String materialId, String side) {}

  /**
   * Reads the newest result of each material.
   *
   * @param output where the tables lie, as the user wrote it
   * @param wanted chooses the materials whose rows of all tables are read
   */
  public static ReportInput latest(VisibleRows visible, String output, WantedDetails wanted) {
    return new ReportTables(visible, visible::latest).read(output, wanted);
  }

  /**
   * Reads the results of one run.
   *
   * @param wanted chooses the materials whose rows of all tables are read
   * @throws InputException if there is no such run, naming the nearest
   */
  public static ReportInput ofRun(
      VisibleRows visible, String output, String runId, WantedDetails wanted) {
    Set<String> ids = visible.manifest().runIds();
    if (!ids.contains(runId)) {
      throw new InputException(
          "Cannot report run "
              + runId
              + " of "
              + output
              + ": no such run; the nearest is "
              + NearestName.of(runId, List.copyOf(ids)));
    }
    Set<String> one = Set.of(runId);
    return new ReportTables(visible, table -> visible.ofRuns(table, one)).read(output, wanted);
  }

  private ReportInput read(String output, WantedDetails wanted) {
    List<RankedMaterial> materials = new ArrayList<>();
    List<MaterialRow> withoutEnergies = new ArrayList<>();
    Set<String> reported = new HashSet<>();
    for (Row row : chosen.apply(MaterialsTable.TABLE)) {
      MaterialRow material = MaterialsTable.TABLE.fromRow(row);
      String runId = FlatTable.runId(row);
      reported.add(runId);
      if (material.hasEnergies()) {
        materials.add(new RankedMaterial(runId, material));
      } else {
        withoutEnergies.add(material);
      }
    }
    materials.sort(Comparator.comparing(RankedMaterial::row, MaterialsTable.bestFirst()));
    withoutEnergies.sort(
        Comparator.comparing(MaterialRow::materialId).thenComparing(MaterialRow::side));
    List<RejectedGrid> rejects = new ArrayList<>();
    for (Row row : chosen.apply(RejectsTable.TABLE)) {
      rejects.add(new RejectedGrid(FlatTable.runId(row), RejectsTable.TABLE.fromRow(row)));
      reported.add(FlatTable.runId(row));
    }
    rejects.sort(Comparator.comparing(reject -> reject.row().key().inputUri()));
    return new ReportInput(
        output,
        materials,
        details(wanted.among(materials)),
        rejects,
        runs(reported),
        List.of(),
        0,
        withoutEnergies);
  }

  /** Reads the rows of all tables of some materials, in their order. */
  private Map<String, ScreenedMaterial> details(Collection<RankedMaterial> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Set<Key> keys = wanted.stream().map(ReportTables::key).collect(Collectors.toSet());
    Map<Key, GridRow> grids = new HashMap<>();
    for (Row row : rows(GridsTable.TABLE, keys)) {
      GridRow grid = GridsTable.TABLE.fromRow(row);
      grids.put(new Key(FlatTable.runId(row), grid.key().materialId(), ""), grid);
    }
    Map<Key, List<SiteRow>> sites =
        grouped(SitesTable.TABLE, keys, SiteRow::materialId, SiteRow::side);
    Map<Key, List<HopRow>> hops = grouped(HopsTable.TABLE, keys, HopRow::materialId, HopRow::side);
    Map<Key, List<BarrierRow>> paths =
        grouped(BarriersTable.TABLE, keys, BarrierRow::materialId, BarrierRow::side);
    return ReportInput.byName(
        wanted.stream()
            .map(
                material -> {
                  Key key = key(material);
                  return new ScreenedMaterial(
                      material.runId(),
                      material.row(),
                      grids.get(new Key(key.runId(), key.materialId(), "")),
                      sites.get(key),
                      hops.get(key),
                      paths.get(key));
                })
            .toList());
  }

  private static Key key(RankedMaterial material) {
    return new Key(material.runId(), material.row().materialId(), material.row().side());
  }

  private List<ScreenedRun> runs(Set<String> reported) {
    List<ScreenedRun> runs = new ArrayList<>();
    for (Row row : visible.ofRuns(RunsTable.TABLE, reported)) {
      runs.add(new ScreenedRun(FlatTable.runId(row), RunsTable.TABLE.fromRow(row)));
    }
    runs.sort(
        Comparator.comparingLong(
                (ScreenedRun run) -> run.row().execution().period().finishedMillis())
            .reversed());
    return runs;
  }

  /** Returns the rows of some sides of materials, and perhaps of others. */
  private List<Row> rows(FlatTable<?> of, Collection<Key> keys) {
    Set<String> ids = keys.stream().map(Key::materialId).collect(Collectors.toSet());
    Set<String> runs = keys.stream().map(Key::runId).collect(Collectors.toSet());
    return visible.ofMaterials(of, runs, ids);
  }

  private <R extends Record> Map<Key, List<R>> grouped(
      FlatTable<R> of, Set<Key> keys, Function<R, String> material, Function<R, String> side) {
    Map<Key, List<R>> groups = new HashMap<>();
    for (Row row : rows(of, keys)) {
      R fields = of.fromRow(row);
      Key key = new Key(FlatTable.runId(row), material.apply(fields), side.apply(fields));
      if (keys.contains(key)) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(fields);
      }
    }
    return groups;
  }
}
