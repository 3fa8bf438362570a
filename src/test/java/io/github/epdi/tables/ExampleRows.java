package io.github.epdi.tables;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.GridFile;
import io.github.epdi.grid.GridFormat;
import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.GridStatistics;
import io.github.epdi.grid.GridValues;
import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.ReachedParts;
import io.github.epdi.grid.ReadingTrace;
import io.github.epdi.grid.ValueSummary;
import io.github.epdi.grid.XcFinding;
import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.pes.HoneycombSurface;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.pes.SurfacePredictions;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.structure.cell.CellCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Rows of made-up materials, by the same functions as a screening uses. */
final class ExampleRows {
  static final Lattice LATTICE =
      Lattice.of(new double[][] {{3, 0, 0}, {-1.5, 1.5 * Math.sqrt(3), 0}, {0, 0, 20}});

  /** A monolayer whose top chalcogens are S and whose bottom ones are Se, half of the metal Ti. */
  static final CrystalStructure STRUCTURE =
      new CrystalStructure(
          LATTICE,
          List.of(
              new Atom(Element.Mo, 0, 0, 0.5),
              new Atom(Element.Ti, 0.5, 0, 0.5),
              new Atom(Element.S, 0.25, 0.5, 0.55),
              new Atom(Element.Se, 0.25, 0.5, 0.45),
              new Atom(Element.S, 0.75, 0.5, 0.55),
              new Atom(Element.Se, 0.75, 0.5, 0.45)));

  private static final GridHeader HEADER =
      new GridHeader(GridFormat.CUBE, "-Quickstep-", 81, 80, 144);

  private static final ReadingTrace TRACE =
      new ReadingTrace(ReadingTrace.Mode.PLANES, 999L, List.of("xsf_not_repeated", "a_first_flag"));

  private ExampleRows() {}

  static MaterialDescription material(String id) {
    return new MaterialDescription(
        id, STRUCTURE, "MoS2", "VIB", "2H", 1, 13.5, List.of(new DopantValue("Ti", 0.125)));
  }

  /** A reading as far as rows need it; slab and planes are not looked at. */
  static GridReading.Accepted reading(String uri) {
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S);
    return new GridReading.Accepted(
        file(uri),
        HEADER,
        CellCheck.VERIFIED,
        slab.slab(),
        Map.of(Side.TOP, slab.graph(Side.TOP)),
        new GridValues(
            new PotentialGrid(slab.structure().lattice(), 1, 1, new double[1][]),
            Map.of(Side.TOP, new VacuumLevel(6.9, 0.0045)),
            EnergyUnit.HARTREE,
            PotentialSign.ELECTRON,
            new ValueSummary(
                new GridStatistics(-1.5, 0.25, Double.NaN, 0.19), 1, XcFinding.NOT_APPLICABLE)),
        TRACE);
  }

  /** A reading that ended with a reject after its header was read. */
  static GridReading.Rejected reading(String uri, Reject reject) {
    return new GridReading.Rejected(
        file(uri),
        reject,
        new ReachedParts(
            Optional.of(HEADER),
            Optional.of(STRUCTURE),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            new ReachedParts.Values(
                Optional.empty(), Optional.empty(), Optional.empty(), Map.of())),
        TRACE);
  }

  private static GridLevels levels(String uri) {
    return GridLevels.of(
        LevelsOrigin.file(uri), Map.of(Side.TOP, new LevelColumns(4.25, 5.5, 0.75)));
  }

  private static GridFile file(String uri) {
    return new GridFile(uri, 1234L, 1700000000000L);
  }

  static GridResult screened(String id, int members) {
    SurfaceGraph graph = HoneycombSurface.of(2, 2);
    Random random = new Random(id.hashCode());
    List<SurfaceEnergies> energies =
        random
            .ints(members, 0, 1000)
            .mapToObj(Random::new)
            .map(own -> SurfaceEnergies.spread(graph, site -> -2 + own.nextDouble()))
            .toList();
    MaterialDescription material = material(id);
    return GridResult.screened(
        GridRow.of(
            material,
            "id-" + id,
            reading("file:/" + id),
            new ImageCosts(20, 40, 0.01),
            levels("file:/" + id + ".out")),
        List.of(
            MaterialResults.of(
                material,
                SurfaceResult.of(
                    new SurfacePredictions(graph, energies, energies.get(0), Map.of(), null),
                    DiffusionEstimate.Conditions.DEFAULT),
                new LevelColumns(4.25, 5.5, 0.75),
                new Remarks(List.of("functional"), List.of("b", "a")),
                Doubts.NONE)));
  }

  static GridResult rejected(String id) {
    return GridResult.rejected(
        RejectRow.of(
            id,
            "id-" + id,
            reading(
                "file:/" + id,
                new Reject(RejectCode.TRUNCATED, "Cannot read values: expected 9, found 8", 17))));
  }

  static RunRow run() {
    return new RunRow(
        new RunRow.CampaignColumns("demo", "{}"),
        new RunRow.ModelColumns("sha256:1", 2, 1),
        new RunRow.ExecutionColumns(
            new RunRow.ProgramColumns("0.1.0", 1),
            new RunRow.PeriodColumns(10L, 20L),
            new RunRow.CostColumns(3L, 1L, 60L, 120L, 2997L),
            new RunRow.PlatformColumns("cpu", "local[1]", "4.1.3", "17.0.15", "Linux amd64")),
        List.of(),
        new RunRow.AddedColumns("{\"format_version\": 1}", 2, 0L));
  }
}
