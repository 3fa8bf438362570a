package io.github.epdi.runs;

import io.github.epdi.tables.BarriersTable;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.RunsTable;
import io.github.epdi.tables.SitesTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Two runs with two models, made up so that every question of {@code jobs/sql} has an answer: hosts
 * of three groups and of none, dopants that raise and lower barriers, a surface that percolates in
 * one direction only, rejects, one of them mended, and a material that no longer reads.
 */
public final class ExampleRuns {
  /** The run that is committed first; the greater id. */
  public static final String FIRST = "ffffffffffffffff";

  /** The run that is committed second. */
  public static final String SECOND = "0000000000000000";

  private ExampleRuns() {}

  /** Writes both runs. */
  public static ResultFolder write(SparkSession spark, Path folder) {
    ResultFolder results = new ResultFolder(spark, folder);
    ResultFolder.Run first = results.run(FIRST);
    run(first, "model-one", 1_700_000_000_000L, 12_345, 640);
    screened(first, "MoS2-pristine", "MoS2", "VIB", "2H", null, 0.2, 0.2);
    screened(first, "MoS2-Ti", "MoS2", "VIB", "2H", "Ti", 0.36, 0.36);
    screened(first, "MoS2-W", "MoS2", "VIB", "2H", "W", 0.15, 0.19);
    screened(first, "TiS2-pristine", "TiS2", "IVB", "1T", null, 0.3, 0.4);
    screened(first, "TiS2-V", "TiS2", "IVB", "1T", "V", 0.2353, 0.2354);
    screened(first, "NbS2-pristine", "NbS2", "VB", "2H", null, 0.25, 0.25);
    screened(first, "PtS2-pristine", "PtS2", null, "1T", null, 0.5, null);
    screened(first, "then-rejected", "MoS2", "VIB", "2H", "Nb", 0.01, 0.01);
    rejected(first, "short-b", "TRUNCATED", "Cannot read values: expected 9, found 8");
    rejected(first, "short-a", "TRUNCATED", "Cannot read values: expected 7, \"found\" 6");
    rejected(first, "lvtot", "XC_INCLUDED", "Cannot use values");
    rejected(first, "mended", "NO_VACUUM", "Cannot find vacuum");
    first.commit();
    ResultFolder.Run second = results.run(SECOND);
    run(second, "model-two", 1_700_000_100_000L, 0, 64);
    screened(second, "MoS2-pristine", "MoS2", "VIB", "2H", null, 0.22, 0.23);
    screened(second, "MoS2-Ti", "MoS2", "VIB", "2H", "Ti", 0.3, 0.31);
    screened(second, "mended", "WS2", "VIB", "2H", "Nb", 0.27, 0.28);
    rejected(second, "then-rejected", "TRUNCATED", "Cannot read values: expected 5, found 4");
    second.commit();
    return results;
  }

  private static void run(
      ResultFolder.Run run, String model, long startedMillis, long millis, long images) {
    run.with(
        RunsTable.TABLE,
        Map.of(
            "campaign_name",
            "examples",
            "model_digest",
            model,
            "members",
            2,
            "started_ms",
            startedMillis,
            "finished_ms",
            startedMillis + millis,
            "grids",
            8L,
            "rejects",
            4L,
            "images",
            images,
            "network_evaluations",
            images * 2,
            "bytes_read",
            7_038_278L));
  }

  private static void rejected(ResultFolder.Run run, String id, String code, String message) {
    run.with(
        RejectsTable.TABLE,
        Map.of("material_id", id, "input_uri", "file:/" + id, "code", code, "message", message));
  }

  private static void screened(
      ResultFolder.Run run,
      String id,
      String host,
      String hostGroup,
      String phase,
      String dopant,
      Double percolation1dEv,
      Double percolation2dEv) {
    Random random = new Random(id.hashCode());
    List<Row> dopants = dopant == null ? List.of() : List.of(TableRows.dopant(dopant, 1.0 / 9));
    run.with(GridsTable.TABLE, Map.of("material_id", id, "input_uri", "file:/" + id));
    Map<String, Object> material = new HashMap<>();
    material.put("material_id", id);
    material.put("side", "top");
    material.put("host", host);
    material.put("host_group", hostGroup);
    material.put("phase", phase);
    material.put("layers", 1);
    material.put("formula", host.replace("S2", "9S18"));
    material.put("dopants", dopants);
    material.put("members", 2);
    material.put("adsorption_site", "T0");
    material.put("adsorption_energy_ev", -2 - random.nextDouble());
    material.put("adsorption_energy_std_ev", random.nextDouble());
    material.put("adsorption_energy_t_ev", -2 - random.nextDouble());
    material.put("adsorption_energy_h_ev", -2 - random.nextDouble());
    material.put("lowest_barrier_ev", percolation1dEv / 2);
    material.put("percolation_1d_ev", percolation1dEv);
    material.put("percolation_2d_ev", percolation2dEv);
    material.put("percolation_2d_std_ev", percolation2dEv == null ? null : random.nextDouble());
    material.put("percolation_2d_low_ev", percolation2dEv == null ? null : percolation2dEv - 0.03);
    material.put("percolation_2d_high_ev", percolation2dEv == null ? null : percolation2dEv + 0.03);
    material.put("percolation_2d_above_lowest_ev", percolation2dEv);
    material.put(
        "level_of_theory_mismatch",
        host.equals("TiS2") ? List.of("functional", "spin") : List.of());
    material.put("flags", dopant == null ? List.of() : List.of("doped"));
    run.with(MaterialsTable.TABLE, material);
    for (String site : List.of("T0", "T1", "T2", "H0", "H1")) {
      place(run, SitesTable.TABLE, id, "site_id", site, random);
    }
    for (String hop : List.of("B0", "B1", "B2")) {
      place(run, HopsTable.TABLE, id, "hop_id", hop, random);
    }
    path(run, id, "B0-H0-B1", random);
    path(run, id, "B1-H1-B2", random);
  }

  /** A site or hop; those with number 1 are equivalent to those with number 0. */
  private static void place(
      ResultFolder.Run run, FlatTable<?> table, String id, String key, String name, Random random) {
    Map<String, Object> row = new HashMap<>();
    row.put("material_id", id);
    row.put("side", "top");
    row.put(key, name);
    row.put("representative", name.replace('1', '0'));
    row.put("multiplicity", 2);
    double energyEv = -2 - random.nextDouble();
    row.put("binding_energy_ev", energyEv);
    row.put("binding_energy_std_ev", random.nextDouble());
    row.put("mean_local_potential_ev", -random.nextDouble());
    if (table == SitesTable.TABLE) {
      row.put("kind", name.substring(0, 1));
    } else {
      row.put("site_a", "T0");
      row.put("site_b", "H0");
      row.put("site_a_binding_energy_ev", -2.5);
      row.put("site_b_binding_energy_ev", -2.4);
      row.put("saddle_below_site", energyEv < -2.4);
    }
    run.with(table, row);
  }

  private static void path(ResultFolder.Run run, String id, String name, Random random) {
    run.with(
        BarriersTable.TABLE,
        Map.of(
            "material_id", id,
            "side", "top",
            "path_id", name,
            "multiplicity", 3,
            "forward_barrier_ev", random.nextDouble(),
            "reverse_barrier_ev", random.nextDouble(),
            "reaction_energy_ev", random.nextDouble(),
            "positions_angstrom", List.of(0.0, 0.9, 1.8, 2.7, 3.6),
            "energies_ev", random.doubles(5).boxed().toList()));
  }
}
