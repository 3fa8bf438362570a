package io.github.epdi.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.pes.PercolationRoute;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.MaterialResults;
import io.github.epdi.tables.SyntheticMaterials;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SurfaceFigureTest {
  private static final MaterialResults MATERIAL =
      SyntheticMaterials.of("MoS2-Ti", "MoS2", "VIB", "Ti", 2);

  private static ScreenedSurface surface() {
    return ScreenedSurface.of(SyntheticMaterials.LATTICE, MATERIAL.sites(), MATERIAL.hops());
  }

  @Test
  void aSurfaceMadeOfRowsHasTheBarriersOfTheMaterialsRow() {
    PercolationRoute route = surface().routes().across2d();

    assertThat(route.thresholdEv() - route.lowestEv())
        .isEqualTo(MATERIAL.material().percolation2dEv());
    assertThat(surface().lowestSite().id())
        .isEqualTo(MATERIAL.material().energies().adsorption().siteId());
  }

  @Test
  void allHopsAreDrawnAndThoseOfTheRouteBold() {
    Document svg = SvgFile.parse(SurfaceFigure.of(surface()).svg());

    assertThat(SvgFile.withClass(svg, "hop")).hasSize(27);
    List<String> bold =
        SvgFile.withClass(svg, "route").stream()
            .map(e -> e.getTextContent().substring(0, e.getTextContent().indexOf(':')))
            .toList();
    assertThat(bold)
        .containsExactlyInAnyOrderElementsOf(
            surface().routes().across2d().hops().stream().map(Hop::id).toList());
    assertThat(SvgFile.text(svg, "desc"))
        .contains("first connect the surface in two directions")
        .contains(Digits.energy(MATERIAL.material().percolation2dEv()) + " eV above");
  }

  /** The mean of a hop's two ends is its bridge on this ideal surface: no line jumps a cell. */
  @Test
  void everyHopIsAsLongAsTheLatticeSays() {
    SurfaceFrame frame = new SurfaceFrame(SyntheticMaterials.LATTICE, Side.TOP, 470);
    Document svg = SvgFile.parse(SurfaceFigure.of(surface()).svg());
    double expected = 3.16 / Math.sqrt(3) * frame.scale();

    assertThat(SvgFile.withClass(svg, "hop"))
        .allSatisfy(
            hop -> {
              String[] n = hop.getAttribute("d").substring(1).split("[L ]");
              double first = length(n, 0);
              double second = length(n, 2);
              assertThat(first + second).isCloseTo(expected, within(0.05));
              assertThat(first).isCloseTo(second, within(0.05));
            });
  }

  private static double length(String[] n, int at) {
    return Math.hypot(
        Double.parseDouble(n[at + 2]) - Double.parseDouble(n[at]),
        Double.parseDouble(n[at + 3]) - Double.parseDouble(n[at + 1]));
  }

  @Test
  void atomsLieWhereTheirCellPutsThemAndOnlyThoseNearTheSurface() {
    Lattice lattice = SyntheticMaterials.LATTICE;
    List<double[]> positions =
        List.of(
            lattice.cartesian(0.1, 0.2, 0.5),
            lattice.cartesian(0.3, 0.3, 0.42),
            lattice.cartesian(0.1, 0.2, 0.34),
            lattice.cartesian(0.6, 0.6, -0.5));
    List<Element> elements = List.of(Element.S, Element.Ti, Element.S, Element.S);

    List<SurfaceAtom> atoms = SurfaceAtom.of(lattice, Side.TOP, 10, positions, elements);

    assertThat(atoms)
        .extracting(SurfaceAtom::element)
        .containsExactly(Element.Ti, Element.S, Element.S);
    assertThat(atoms.get(0).heightAngstrom()).isCloseTo(8.4, within(1e-9));
    SurfaceFrame frame = new SurfaceFrame(lattice, Side.TOP, 470);
    assertThat(atoms.get(0).xAngstrom()).isCloseTo(frame.place(0.3, 0.3)[0], within(1e-9));
    assertThat(atoms.get(0).yAngstrom()).isCloseTo(frame.place(0.3, 0.3)[1], within(1e-9));
  }

  /** From below, y runs the other way: the frame of sites and that of atoms are one. */
  @Test
  void atomsAndSitesOfTheBottomShareAFrame() {
    Lattice lattice = Lattice.of(new double[][] {{6, 0, 0}, {-3, 5, 0}, {1, 2, 20}});
    SurfaceFrame frame = new SurfaceFrame(lattice, Side.BOTTOM, 470);

    SurfaceAtom atom =
        SurfaceAtom.of(
                lattice,
                Side.BOTTOM,
                0,
                List.of(lattice.cartesian(0.25, 0.5, 0)),
                List.of(Element.S))
            .get(0);

    assertThat(atom.xAngstrom()).isCloseTo(frame.place(0.25, 0.5)[0], within(1e-9));
    assertThat(atom.yAngstrom()).isCloseTo(frame.place(0.25, 0.5)[1], within(1e-9));
    assertThat(frame.place(0, 1)[1]).isNegative();
  }

  @Test
  void theMiddleOfTheMapIsThatOfTheCell() {
    SurfaceFrame frame = new SurfaceFrame(SyntheticMaterials.LATTICE, Side.TOP, 470);
    assertThat(frame.centre()[0]).isCloseTo(0.5, within(1e-9));
    assertThat(frame.centre()[1]).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aDopantIsNamedAndABackgroundDrawn() {
    AdsorptionSite lowest = surface().lowestSite();
    List<double[]> places =
        List.of(
            SyntheticMaterials.LATTICE.cartesian(0, 0, lowest.anchorAngstrom() / 20),
            SyntheticMaterials.LATTICE.cartesian(0.33, 0, lowest.anchorAngstrom() / 20),
            SyntheticMaterials.LATTICE.cartesian(0.66, 0, lowest.anchorAngstrom() / 20));
    List<SurfaceAtom> atoms =
        SurfaceAtom.of(
            SyntheticMaterials.LATTICE,
            Side.TOP,
            lowest.anchorAngstrom(),
            places,
            List.of(Element.Ti, Element.Mo, Element.Mo));

    String svg =
        SurfaceFigure.of(surface())
            .withAtoms(atoms)
            .withBackground(new PlaneImage("data:image/png;base64,AQI=", -1, 0, 1.5))
            .svg();

    SvgFile.parse(svg);
    assertThat(svg).contains(">Ti</text>").doesNotContain(">Mo</text>");
    assertThat(svg).contains("href='data:image/png;base64,AQI='");
  }

  @Test
  void missingRowsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScreenedSurface.of(
                    SyntheticMaterials.LATTICE,
                    MATERIAL.sites().subList(1, MATERIAL.sites().size()),
                    MATERIAL.hops()))
        .withMessage("Cannot draw a surface: expected site T0, found T1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ScreenedSurface.of(SyntheticMaterials.LATTICE, MATERIAL.sites(), List.of()))
        .withMessage("Cannot draw a surface: expected hops, found none");
  }
}
