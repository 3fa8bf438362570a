package io.github.epdi.report;

import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.pes.Interval;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.DoubtColumns;
import io.github.epdi.tables.FileStamp;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.LevelColumns;
import io.github.epdi.tables.MaterialResults;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.ResultKey;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.SyntheticMaterials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Input of reports over made-up materials; says in its name that it is synthetic. */
public final class SyntheticReports {
  static final String RUN_ID = "00000000synthetic";
  private static final String[][] HOSTS = {
    {"MoS2", "VIB"},
    {"WS2", "VIB"},
    {"MoSe2", "VIB"},
    {"NbS2", "VB"},
    {"TiS2", "IVB"},
    {"VS2", "VB"},
    {"ZrS2", "IVB"},
    {"TaSe2", "VB"}
  };
  private static final String[] DOPANTS = {
    null, "Sc", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "Y", "Zr", "Nb", "Tc", "Ru",
    "Rh", "Pd", "Ag", "Cd", "Hf", "Ta", "Re", "Os", "Ir", "Pt"
  };

  private SyntheticReports() {}

  /** So many materials and a fifth as many rejects; members of the ensemble as asked for. */
  static ReportInput of(int count, int members) {
    List<ScreenedMaterial> materials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] host = HOSTS[i % HOSTS.length];
      String dopant = DOPANTS[i / HOSTS.length % DOPANTS.length];
      int copy = i / (HOSTS.length * DOPANTS.length);
      String name =
          host[0] + (dopant == null ? "-pristine" : "-" + dopant) + (copy == 0 ? "" : "-" + copy);
      materials.add(material(SyntheticMaterials.of(name, host[0], host[1], dopant, members), name));
    }
    return of(materials, rejects(count / 5), members);
  }

  static ReportInput of(List<ScreenedMaterial> materials, List<RejectedGrid> rejects, int members) {
    List<ScreenedMaterial> ranked = new ArrayList<>(materials);
    ranked.sort(Comparator.comparing(ScreenedMaterial::row, MaterialsTable.bestFirst()));
    return new ReportInput(
        "synthetic", ranked, rejects, List.of(run(materials.size(), members)), List.of(), 0);
  }

  /** The same materials with levels by which binding energy plus affinity is 2.5 eV. */
  static ReportInput withLevels(ReportInput input) {
    List<ScreenedMaterial> materials =
        input.details().values().stream().map(SyntheticReports::withLevels).toList();
    return of(materials, input.rejects(), 1);
  }

  private static ScreenedMaterial withLevels(ScreenedMaterial material) {
    MaterialRow row = material.row();
    double affinityEv = 2.5 - row.energies().adsorption().lowestEv().value();
    return new ScreenedMaterial(
        material.runId(),
        new MaterialRow(
            row.surface(),
            row.host(),
            row.sites(),
            row.energies(),
            row.remarks(),
            row.structure(),
            new LevelColumns(affinityEv, affinityEv + 0.25, 0.5),
            row.doubt()),
        material.grid(),
        material.sites(),
        material.hops(),
        material.paths());
  }

  /**
   * The same materials with intervals of 2D barriers.
   *
   * @param halfWidthEv half their width, the same for all
   */
  static ReportInput withIntervals(ReportInput input, double halfWidthEv) {
    List<ScreenedMaterial> materials =
        input.details().values().stream()
            .map(material -> withInterval(material, halfWidthEv))
            .toList();
    return of(materials, input.rejects(), 1);
  }

  private static ScreenedMaterial withInterval(ScreenedMaterial material, double halfWidthEv) {
    MaterialRow row = material.row();
    Double barrier = row.percolation2dEv();
    Interval interval =
        barrier == null ? null : new Interval(barrier - halfWidthEv, barrier + halfWidthEv);
    return new ScreenedMaterial(
        material.runId(),
        new MaterialRow(
            row.surface(),
            row.host(),
            row.sites(),
            row.energies(),
            row.remarks(),
            row.structure(),
            row.levels(),
            new DoubtColumns(
                null,
                new SurfaceResult.Intervals(null, null, interval),
                List.of("The host " + row.host().host() + " was not in the training."))),
        material.grid(),
        material.sites(),
        material.hops(),
        material.paths());
  }

  static ScreenedMaterial material(MaterialResults results, String name) {
    return new ScreenedMaterial(
        RUN_ID,
        results.material(),
        grid(results, name),
        results.sites(),
        results.hops(),
        results.barriers());
  }

  static List<RejectedGrid> rejects(int count) {
    RejectCode[] codes = {
      RejectCode.TRUNCATED, RejectCode.NO_VACUUM, RejectCode.XC_INCLUDED, RejectCode.NOT_A_TMD
    };
    List<RejectedGrid> rejects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RejectCode code = codes[i * i % codes.length];
      rejects.add(
          reject(
              "reject-" + i,
              code.name(),
              "Cannot use the grid: expected what " + code + " asks for, found something else",
              code == RejectCode.TRUNCATED ? Long.valueOf(17 + i) : null));
    }
    return rejects;
  }

  static RejectedGrid reject(String id, String code, String message, Long line) {
    return new RejectedGrid(
        RUN_ID,
        new RejectRow(
            new ResultKey("file:/synthetic/" + id, id, "id"),
            "vasp",
            new FileStamp(1L, 1L),
            1L,
            new RejectRow.Reason(code, message, line),
            List.of()));
  }

  private static GridRow grid(MaterialResults results, String name) {
    return SyntheticMaterials.grid(results, "file:/synthetic/" + name);
  }

  private static ScreenedRun run(int grids, int members) {
    return new ScreenedRun(
        RUN_ID,
        new RunRow(
            new RunRow.CampaignColumns(
                "synthetic-example",
                "{\"name\":\"synthetic-example\",\"potential.vacuum_gap_angstrom\":6.0}"),
            new RunRow.ModelColumns("sha256:synthetic", members, 1),
            new RunRow.ExecutionColumns(
                new RunRow.ProgramColumns("0.1.0", 1),
                new RunRow.PeriodColumns(1_760_000_000_000L, 1_760_000_900_000L),
                new RunRow.CostColumns(
                    grids, grids / 5, 13L * grids, 13L * grids * members, 1L << 30),
                new RunRow.PlatformColumns("cpu", "local[2]", "4.1.3", "17.0.15", "Linux amd64")),
            List.of(),
            new RunRow.AddedColumns(modelJson(members), 2, 0L)));
  }

  private static String modelJson(int members) {
    try {
      return ScreeningBundles.json(members);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a report to look at: number of materials, members, file. */
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    ReportInput input = of(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    long made = System.nanoTime();
    Report.ofTables(
            input, new ReportOptions("Synthetic example, not science", DetailChoice.DEFAULT, 0.25))
        .write(Path.of(args[2]));
    System.out.printf(
        "rows %.1f s, report %.1f s%n", (made - start) / 1e9, (System.nanoTime() - made) / 1e9);
  }
}
