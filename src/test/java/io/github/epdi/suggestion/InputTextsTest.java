package io.github.epdi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.epdi.grid.VaspStructures;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that are read back: POSCAR by our own reader and by ASE. */
class InputTextsTest {
  private static final TestSlabs SLAB =
      TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3).replaced(Element.Mo, 4, Element.Ti);

  @TempDir private Path folder;

  private static CrystalStructure withLithium(Side side, AdsorptionSite site) {
    BareSurface surface = new BareSurface(SLAB.structure(), side);
    return surface.with(Element.Li, surface.place(site, 0, 0));
  }

  private static String poscar(CrystalStructure structure) {
    return PoscarText.of("MoS2-Ti, T0", structure, Element.Li, "F F T");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void aPoscarIsReadBackWithEveryAtomInItsPlace(Side side) throws IOException {
    SurfaceGraph graph = SLAB.graph(side);
    for (AdsorptionSite site : graph.all()) {
      CrystalStructure structure = withLithium(side, site);
      CrystalStructure read =
          VaspStructures.read(
              new ByteArrayInputStream(poscar(structure).getBytes(StandardCharsets.UTF_8)));

      assertThat(read.formula()).isEqualTo("LiMo8TiS18");
      Atom ion = read.atoms().get(read.atoms().size() - 1);
      assertThat(ion.element()).isEqualTo(Element.Li);
      double[] r = read.lattice().cartesian(ion.fa(), ion.fb(), ion.fc());
      double height = r[2] * side.sign() - site.anchorAngstrom();
      assertThat(height)
          .isCloseTo(
              switch (site.kind()) {
                case T -> 1.52;
                case H -> 1.46;
                case B -> 1.62;
              },
              within(1e-6));
      assertThat(ion.fa()).isCloseTo(site.u(), within(1e-9));
      assertThat(ion.fb()).isCloseTo(site.v(), within(1e-9));
      assertThat(read.atoms().stream().filter(atom -> atom.element() == Element.Ti))
          .singleElement()
          .satisfies(atom -> assertThat(nearest(SLAB.structure(), atom)).isLessThan(1e-6));
      for (Atom atom : read.atoms().subList(0, read.atoms().size() - 1)) {
        assertThat(nearest(SLAB.structure(), atom)).isLessThan(1e-6);
      }
    }
  }

  private static double nearest(CrystalStructure slab, Atom atom) {
    return slab.atoms().stream()
        .filter(other -> other.element() == atom.element())
        .mapToDouble(
            other ->
                Math.abs(other.fa() - atom.fa())
                    + Math.abs(other.fb() - atom.fb())
                    + Math.abs(other.fc() - atom.fc()))
        .min()
        .orElseThrow();
  }

  @Test
  void onlyTheIonMovesAndElementsStandInBlocks() {
    String text = poscar(withLithium(Side.TOP, SLAB.graph(Side.TOP).tops().get(0)));
    List<String> lines = text.lines().toList();
    assertThat(lines.get(5).strip().split("\\s+")).containsExactly("Mo", "Ti", "S", "Li");
    assertThat(lines.get(6).strip().split("\\s+")).containsExactly("8", "1", "18", "1");
    assertThat(lines.get(7)).isEqualTo("Selective dynamics");
    assertThat(lines.subList(9, 36)).allSatisfy(line -> assertThat(line).endsWith("F F F"));
    assertThat(lines.get(36)).endsWith("F F T");
  }

  /** The site of a cell whose vector c leans is over the same atoms. */
  @Test
  void aTiltedCellPutsTheIonAboveItsSite() {
    TestSlabs tilted = SLAB.tilted(0.1, -0.2);
    AdsorptionSite site = tilted.graph(Side.TOP).tops().get(2);
    BareSurface surface = new BareSurface(tilted.structure(), Side.TOP);
    double[] place = surface.place(site, 0, 0);
    double[] flat = tilted.structure().lattice().cartesian(site.u(), site.v(), 0);
    assertThat(place[0]).isCloseTo(flat[0], within(1e-9));
    assertThat(place[1]).isCloseTo(flat[1], within(1e-9));
    assertThat(place[2]).isCloseTo(site.anchorAngstrom() + 1.52, within(1e-9));
  }

  @Test
  void aseReadsThePoscar() throws IOException, InterruptedException {
    assumeTrue(runs("import ase"), "python3 with ASE");
    CrystalStructure structure = withLithium(Side.TOP, SLAB.graph(Side.TOP).hollows().get(3));
    Path file = Files.writeString(folder.resolve("POSCAR"), poscar(structure));
    String check =
        "from ase.io import read; a = read('"
            + file
            + "', format='vasp'); assert a.get_chemical_formula() == 'LiMo8S18Ti', a;"
            + " assert len(a.constraints) == 2, a.constraints";
    assertThat(runs(check)).isTrue();
  }

  private static boolean runs(String program) throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", program)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void hintsNameTheSlabAndWhatMoves() {
    assertThat(IncarHints.ofSite("file:/runs/MoS2/LOCPOT", IonHeight.FIXED))
        .contains("file:/runs/MoS2/LOCPOT", "NSW    = 0")
        .doesNotContain("EDIFFG");
    assertThat(IncarHints.ofSite("file:/runs/MoS2/LOCPOT", IonHeight.RELAXED))
        .contains("IBRION = 2", "EDIFFG = -0.02");
    assertThat(IncarHints.ofBand("file:/runs/MoS2/LOCPOT", 5)).contains("IMAGES = 5");
  }
}
