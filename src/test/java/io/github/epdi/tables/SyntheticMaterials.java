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
import io.github.epdi.grid.ReadingTrace;
import io.github.epdi.grid.ValueSummary;
import io.github.epdi.grid.XcFinding;
import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.pes.HoneycombSurface;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.pes.SurfacePredictions;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.structure.cell.CellCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows of made-up doped 3x3 materials, by the same functions as a screening uses. */
public final class SyntheticMaterials {
  /** A 3x3 cell of 3.16 Angstrom per metal. */
  public static final Lattice LATTICE =
      Lattice.of(new double[][] {{9.48, 0, 0}, {-4.74, 4.74 * Math.sqrt(3), 0}, {0, 0, 20}});

  private static final GridStatistics UNKNOWN =
      new GridStatistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private SyntheticMaterials() {}

  /**
   * A material whose energies follow from its name.
   *
   * @param dopant symbol, or null for a pristine host
   */
  public static MaterialResults of(
      String id, String host, String group, String dopant, int members) {
    Random random = new Random(id.hashCode());
    SurfaceGraph graph = HoneycombSurface.doped(3);
    double level = -3.2 + 0.8 * random.nextDouble();
    double roughness = 0.12 + 0.35 * random.nextDouble();
    List<SurfaceEnergies> energies =
        IntStream.range(0, members)
            .mapToObj(m -> energies(graph, id, level, roughness, m))
            .toList();
    MaterialDescription material =
        new MaterialDescription(
            id,
            structure(host, dopant),
            host,
            group,
            "2H",
            1,
            13.5,
            dopant == null ? List.of() : List.of(new DopantValue(dopant, 1 / 9.0)));
    return MaterialResults.of(
        material,
        SurfaceResult.of(
            new SurfacePredictions(graph, energies, energies.get(0), Map.of(), null), null),
        null,
        Remarks.NONE,
        Doubts.NONE);
  }

  /** The row of the grid that a material would have been screened from. */
  public static GridRow grid(MaterialResults results, String uri) {
    MaterialRow row = results.material();
    HostColumns host = row.host();
    CrystalStructure structure =
        structure(host.host(), host.dopants().isEmpty() ? null : host.dopants().get(0).element());
    MaterialDescription material =
        new MaterialDescription(
            row.materialId(),
            structure,
            host.host(),
            host.hostGroup(),
            host.phase(),
            host.layers(),
            13.5,
            host.dopants());
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S);
    GridReading.Accepted reading =
        new GridReading.Accepted(
            new GridFile(uri, 1234L, 1700000000000L),
            new GridHeader(GridFormat.VASP, "", 48, 48, 96),
            CellCheck.VERIFIED,
            slab.slab(),
            Map.of(Side.TOP, slab.graph(Side.TOP)),
            new GridValues(
                new PotentialGrid(slab.structure().lattice(), 1, 1, new double[1][]),
                Map.of(Side.TOP, new VacuumLevel(6.9, 0.0045)),
                EnergyUnit.EV,
                PotentialSign.ELECTRON,
                new ValueSummary(UNKNOWN, 1, XcFinding.DECLARED_ABSENT)),
            new ReadingTrace(ReadingTrace.Mode.PLANES, 999L, List.of()));
    return GridRow.of(material, "id-" + uri, reading, new ImageCosts(13, 13, 0.01), null);
  }

  /** A 2H monolayer, the dopant in place of the first metal. */
  private static CrystalStructure structure(String host, String dopant) {
    Element metal = Element.ofSymbol(host.replaceAll("(Se|S|Te)2$", "")).orElseThrow();
    Element chalcogen = Element.ofSymbol(host.replaceAll("^.*?(Se|S|Te)2$", "$1")).orElseThrow();
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double u = i % 3 / 3.0;
      double v = Math.floorDiv(i, 3) / 3.0;
      atoms.add(
          new Atom(
              i == 0 && dopant != null ? Element.ofSymbol(dopant).orElseThrow() : metal, u, v, 0));
      atoms.add(new Atom(chalcogen, u + 1 / 9.0, v + 2 / 9.0, 1.56 / 20));
      atoms.add(new Atom(chalcogen, u + 1 / 9.0, v + 2 / 9.0, -1.56 / 20));
    }
    return new CrystalStructure(LATTICE, atoms);
  }

  private static SurfaceEnergies energies(
      SurfaceGraph graph, String id, double level, double roughness, int member) {
    return SurfaceEnergies.spread(
        graph,
        site -> {
          Random own = new Random((id + site.id()).hashCode());
          own.nextDouble();
          double kind = site.kind() == SiteKind.T ? 0 : site.kind() == SiteKind.H ? 0.07 : 0.2;
          double noise = 0.02 * new Random((id + site.id() + member).hashCode()).nextGaussian();
          return level + kind + roughness * (own.nextDouble() - 0.5) + (member == 0 ? 0 : noise);
        });
  }
}
