package io.github.epdi.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SharedData;
import io.github.epdi.structure.cell.CellCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of grids that real codes wrote, and the sites that were calculated on them. */
class SharedStructuresTest {
  private static final double BOHR = 0.529177210903;

  /** The header of a cube file in bohr. */
  private static CrystalStructure cube(Path path) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII))) {
      in.readLine();
      in.readLine();
      int count = (int) numbers(in)[0];
      double[][] rows = new double[3][3];
      for (int i = 0; i < 3; i++) {
        double[] line = numbers(in);
        for (int x = 0; x < 3; x++) {
          rows[i][x] = line[0] * line[x + 1] * BOHR;
        }
      }
      Lattice lattice = Lattice.of(rows);
      List<Atom> atoms = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double[] line = numbers(in);
        double[] f = lattice.fractional(line[2] * BOHR, line[3] * BOHR, line[4] * BOHR);
        atoms.add(new Atom(Element.ofNumber((int) line[0]).orElseThrow(), f[0], f[1], f[2]));
      }
      return new CrystalStructure(lattice, atoms);
    }
  }

  private static double[] numbers(BufferedReader in) throws IOException {
    String[] words = in.readLine().strip().split("\\s+", -1);
    double[] values = new double[words.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.parseDouble(words[i]);
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "MoS2-pristine,MoS2,,VIB,2H", "MoS2-Ti,MoS2,Ti,VIB,2H", "MoS2-W,MoS2,W,VIB,2H",
    "WS2-pristine,WS2,,VIB,2H", "WS2-Nb,WS2,Nb,VIB,2H", "WS2-Ti,WS2,Ti,VIB,2H",
    "NbS2-pristine,NbS2,,VB,2H", "NbS2-Ti,NbS2,Ti,VB,2H", "TiS2-pristine,TiS2,,IVB,1T",
    "TiS2-V,TiS2,V,IVB,1T"
  })
  void calculatedSitesAreFoundWithTheirMultiplicity(
      String material, String host, Element dopant, String group, String phase) throws IOException {
    CrystalStructure structure = cube(SharedData.path("dft2/" + material + ".cube.gz"));
    assertThat(CellCheck.of(structure)).isEqualTo(CellCheck.VERIFIED);
    Slab slab = Slab.of(structure, 6.0);
    assertThat(List.of(slab.host(), slab.hostGroup(), slab.phase(), slab.layers()))
        .containsExactly(host, group, phase, 1);
    assertThat(slab.dopants())
        .isEqualTo(dopant == null ? List.of() : List.of(new Slab.Dopant(dopant, 1 / 9.0)));
    SurfaceGraph graph = new SiteFinder(0.05).find(slab, Side.TOP);
    Set<String> found = new HashSet<>();
    for (String row : Files.readAllLines(SharedData.path("dft2/labels.csv"))) {
      String[] cells = row.split(",", -1);
      if (cells[0].equals(material)) {
        AdsorptionSite site = nearest(graph, slab, cells);
        assertThat(site.multiplicity()).as(row).isEqualTo(Integer.parseInt(cells[8]));
        assertThat(found.add(site.representative())).as(row).isTrue();
      }
    }
    assertThat(found).hasSize(dopant == null ? 3 : 13);
    assertThat(graph.all().stream().filter(AdsorptionSite::isRepresentative)).hasSize(found.size());
    assertThat(graph.paths().stream().map(DiffusionPath::multiplicity).sorted().toList())
        .isEqualTo(dopant == null ? List.of(27) : List.of(3, 3, 3, 6, 6, 6));
  }

  /** The only site of the row's kind within 0.02 Angstrom of its place. */
  private static AdsorptionSite nearest(SurfaceGraph graph, Slab slab, String[] cells) {
    PlaneLattice plane = PlaneLattice.of(slab.structure().lattice());
    PlaneImages images = new PlaneImages(plane);
    double u = Double.parseDouble(cells[6]);
    double v = Double.parseDouble(cells[7]);
    List<AdsorptionSite> near =
        graph.sites(SiteKind.valueOf(cells[4])).stream()
            .filter(
                s -> {
                  double[] d =
                      images.shortest(plane.x(s.u() - u, s.v() - v), plane.y(s.u() - u, s.v() - v));
                  return Math.hypot(d[0], d[1]) < 0.02;
                })
            .toList();
    assertThat(near).as(String.join(",", cells)).hasSize(1);
    return near.get(0);
  }

  /** Only the first set has such a file. */
  @Test
  void aStridedCubeHasAnotherCell() throws IOException {
    CrystalStructure structure = cube(SharedData.path("dft/strided/MoS2-Ti.cube.gz"));
    assertThatThrownBy(() -> CellCheck.of(structure))
        .isInstanceOf(RejectException.class)
        .hasMessageContaining("0.118 Angstrom");
  }

  @Test
  void aPublicSlabOfVasp() throws IOException {
    Path path = SharedData.path("real-grids/kumagai-group__pydefect_2d--MoS2_3x3--LOCPOT");
    try (BufferedReader in = Files.newBufferedReader(path)) {
      in.readLine();
      in.readLine();
      Lattice lattice = Lattice.of(new double[][] {numbers(in), numbers(in), numbers(in)});
      in.readLine();
      in.readLine();
      in.readLine();
      List<Atom> atoms = new ArrayList<>();
      for (int i = 0; i < 27; i++) {
        double[] f = numbers(in);
        atoms.add(new Atom(i < 9 ? Element.Mo : Element.S, f[0], f[1], f[2]));
      }
      CrystalStructure structure = new CrystalStructure(lattice, atoms);
      assertThat(structure.formula()).isEqualTo("Mo9S18");
      assertThat(CellCheck.of(structure)).isEqualTo(CellCheck.VERIFIED);
      Slab slab = Slab.of(structure, 6.0);
      assertThat(slab.gapAngstrom()).isBetween(6.87, 6.88);
      for (Side side : Side.values()) {
        SurfaceGraph graph = new SiteFinder(0.05).find(slab, side);
        assertThat(graph.all()).hasSize(45);
        assertThat(graph.all().stream().filter(AdsorptionSite::isRepresentative)).hasSize(3);
      }
    }
  }
}
