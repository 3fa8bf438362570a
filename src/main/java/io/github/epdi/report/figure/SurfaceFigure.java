package io.github.epdi.report.figure;

import io.github.epdi.pes.PercolationRoute;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Draws the map of one side as SVG, seen from outside. It shows the cell, its T and H sites, and
 * all hops coloured by their energy above the lowest site. Bold are the hops that connect the
 * surface in two directions at the percolation threshold, or in one direction where there is no
 * more. Needs no Spark.
 */
public final class SurfaceFigure {
  public static final double WIDTH = 470;
  private static final double BAR_HEIGHT = 62;
  private static final int BAR_STEPS = 48;
  private static final double SMALLEST_RANGE_EV = 0.04;

  private final ScreenedSurface surface;
  private final List<SurfaceAtom> atoms;
  private final PlaneImage background;
  private final SurfaceFrame frame;
  private final PercolationRoute route;
  private final boolean across;
  private final EnergyColors colors;
  private final String id;

  private SurfaceFigure(ScreenedSurface surface, List<SurfaceAtom> atoms, PlaneImage background) {
    this.surface = surface;
    this.atoms = List.copyOf(atoms);
    this.background = background;
    this.frame = new SurfaceFrame(surface.lattice(), surface.graph().side(), WIDTH);
    this.across = surface.routes().across2d() != null;
    this.route = across ? surface.routes().across2d() : surface.routes().along1d();
    this.colors = new EnergyColors(range(surface));
    CRC32 digest = new CRC32();
    digest.update(name().getBytes(StandardCharsets.UTF_8));
    this.id = "s" + Long.toHexString(digest.getValue());
  }

  /** Makes the map without atoms and background. */
  public static SurfaceFigure of(ScreenedSurface surface) {
    return new SurfaceFigure(surface, List.of(), null);
  }

  /** Returns the same map with atoms outlined. */
  public SurfaceFigure withAtoms(List<SurfaceAtom> near) {
    return new SurfaceFigure(surface, near, background);
  }

  /** Returns the same map over a picture of the potential that was made for it. */
  public SurfaceFigure withBackground(PlaneImage picture) {
    return new SurfaceFigure(surface, atoms, picture);
  }

  /**
   * Returns the drawing. It is one {@code <svg>} element, which is also a valid file of its own.
   */
  public String svg() {
    double height = frame.height() + BAR_HEIGHT;
    Markup svg = Drawing.of(frame.width(), height, "Surface map of " + name(), description());
    svg.add(
        "<clipPath id='?c'><rect width='?' height='?' rx='4'/></clipPath><g clip-path='url(#?c)'>",
        id,
        frame.width(),
        frame.height(),
        id);
    plate(svg);
    AtomLayer atomLayer = new AtomLayer(atoms, frame);
    atomLayer.outlines(svg);
    drawHops(svg);
    drawSites(svg);
    dimOutside(svg);
    labels(svg);
    atomLayer.names(svg);
    scaleBar(svg);
    svg.add("</g>");
    colorBar(svg);
    return svg.add("</svg>").toString();
  }

  /**
   * Returns the range of all hop energies above the lowest site. It is widened if they are nearly
   * equal.
   */
  private static EnergyRange range(ScreenedSurface surface) {
    DoubleSummaryStatistics hops =
        surface.graph().hops().stream()
            .mapToDouble(surface.energies()::hopEnergyEv)
            .summaryStatistics();
    double lowest = surface.energies().lowestEv();
    double room = Math.max(0, (SMALLEST_RANGE_EV - (hops.getMax() - hops.getMin())) / 2);
    return new EnergyRange(hops.getMin() - lowest - room, hops.getMax() - lowest + room);
  }

  private String name() {
    return surface.name() + ", " + surface.graph().side().label() + " side";
  }

  private String description() {
    String hops = surface.graph().hops().size() + " hops coloured by energy. ";
    if (route == null) {
      return hops + "They connect the surface in no direction.";
    }
    return hops
        + "Bold: the "
        + route.hops().size()
        + " hops that first connect the surface in "
        + (across ? "two directions" : "one direction")
        + ", up to "
        + route.highestHop().id()
        + ", "
        + Digits.energy(route.thresholdEv() - route.lowestEv())
        + " eV above "
        + route.lowestKind()
        + route.lowestNumber()
        + ".";
  }

  private void plate(Markup svg) {
    svg.add("<rect width='?' height='?' fill='#eceff2'/>", frame.width(), frame.height());
    if (background != null) {
      svg.add(
          "<image width='?' height='?' preserveAspectRatio='none' href='?'/>",
          frame.width(),
          frame.height(),
          background.uri());
    }
  }

  /** Draws the home cell's hops once, then its copies. Bold hops lie above the others. */
  private void drawHops(Markup svg) {
    Set<Integer> bold =
        route == null
            ? Set.of()
            : route.hops().stream().map(Hop::number).collect(Collectors.toSet());
    List<Hop> hops =
        surface.graph().hops().stream()
            .sorted(Comparator.comparing(hop -> bold.contains(hop.number())))
            .toList();
    svg.add("<defs><g id='?h' fill='none' stroke-linecap='round' stroke-linejoin='round'>", id);
    for (Hop hop : hops) {
      svg.add(
          "<path d='?' stroke='#fff' stroke-width='?'/>",
          line(hop),
          bold.contains(hop.number()) ? 8.5 : 4.5);
    }
    for (Hop hop : hops) {
      boolean thick = bold.contains(hop.number());
      double above = surface.energies().hopEnergyEv(hop) - surface.energies().lowestEv();
      svg.add(
          "<path d='?' stroke='?' stroke-width='?' class='?'><title>?: ? eV above the lowest"
              + " site</title></path>",
          line(hop),
          colors.of(above),
          thick ? 5.5 : 2.0,
          thick ? "hop route" : "hop",
          hop.id(),
          Digits.energy(above));
    }
    svg.add("</g></defs>");
    useCopies(svg, "h");
  }

  private void useCopies(Markup svg, String what) {
    double[] origin = frame.place(0, 0);
    for (int i = -2; i <= 2; i++) {
      for (int j = -2; j <= 2; j++) {
        if (frame.showsCell(i, j)) {
          double[] at = frame.place(i, j);
          svg.add(
              "<use href='#??' x='?' y='?'/>",
              id,
              what,
              frame.px(at) - frame.px(origin),
              frame.py(at) - frame.py(origin));
        }
      }
    }
  }

  /** Returns the line from the T over the nearest image of the bridge to the H. */
  private String line(Hop hop) {
    AdsorptionSite top = surface.graph().tops().get(hop.top());
    AdsorptionSite hollow = surface.graph().hollows().get(hop.hollow());
    AdsorptionSite bridge = surface.graph().bridges().get(hop.number());
    double u = hollow.u() + hop.du();
    double v = hollow.v() + hop.dv();
    double bu = bridge.u() + Math.rint((top.u() + u) / 2 - bridge.u());
    double bv = bridge.v() + Math.rint((top.v() + v) / 2 - bridge.v());
    return "M" + point(top.u(), top.v()) + "L" + point(bu, bv) + "L" + point(u, v);
  }

  private String point(double u, double v) {
    double[] at = frame.place(u, v);
    return Digits.coordinate(frame.px(at)) + " " + Digits.coordinate(frame.py(at));
  }

  private void drawSites(Markup svg) {
    svg.add("<defs><g id='?s' fill='#fff' stroke='#1f2933' stroke-width='1.3'>", id);
    for (AdsorptionSite top : surface.graph().tops()) {
      double[] at = frame.place(top.u(), top.v());
      svg.add("<circle cx='?' cy='?' r='4.6'/>", frame.px(at), frame.py(at));
    }
    for (AdsorptionSite hollow : surface.graph().hollows()) {
      double[] at = frame.place(hollow.u(), hollow.v());
      svg.add("<path d='M? ?l4.6 8.4h-9.2z'/>", frame.px(at), frame.py(at) - 5.4);
    }
    AdsorptionSite lowest = surface.lowestSite();
    double[] at = frame.place(lowest.u(), lowest.v());
    svg.add(
        "<circle cx='?' cy='?' r='9' fill='none' stroke='#c2410c' stroke-width='2.2'/></g></defs>",
        frame.px(at),
        frame.py(at));
    useCopies(svg, "s");
  }

  /** Dims what lies outside of the home cell, which only shows how the surface continues. */
  private void dimOutside(Markup svg) {
    String cell = point(0, 0) + "L" + point(1, 0) + "L" + point(1, 1) + "L" + point(0, 1) + "z";
    svg.add(
        "<path d='M0 0H?V?H0zM?' fill='#fff' fill-opacity='.55' fill-rule='evenodd'/>",
        frame.width(),
        frame.height(),
        cell);
    svg.add(
        "<path d='M?' fill='none' stroke='#1f2933' stroke-dasharray='5 4' stroke-width='1.1'/>",
        cell);
  }

  private void labels(Markup svg) {
    svg.add(
        "<g font-size='9.5' font-weight='600' fill='#1f2933' stroke='#fff' stroke-width='2.4'"
            + " paint-order='stroke'>");
    for (SiteKind kind : List.of(SiteKind.T, SiteKind.H)) {
      for (AdsorptionSite site : surface.graph().sites(kind)) {
        double[] at = frame.place(site.u(), site.v());
        svg.add("<text x='?' y='?'>?</text>", frame.px(at) + 7, frame.py(at) + 13, site.id());
      }
    }
    svg.add("</g>");
  }

  private void scaleBar(Markup svg) {
    int length = frame.widthAngstrom() > 9 ? 3 : 1;
    double y = frame.height() - 12;
    svg.add(
        "<path d='M12 ?h?' stroke='#1f2933' stroke-width='3'/><text x='12' y='?' font-size='10.5'"
            + " fill='#1f2933' stroke='#fff' stroke-width='2.4' paint-order='stroke'>"
            + "? \u00c5</text>",
        y,
        length * frame.scale(),
        y - 6,
        length);
  }

  private void colorBar(Markup svg) {
    double left = 12;
    double width = frame.width() - 2 * left;
    double y = frame.height() + 22;
    Axis axis = new Axis(colors.range().lowestEv(), colors.range().highestEv(), left, left + width);
    for (int i = 0; i < BAR_STEPS; i++) {
      svg.add(
          "<rect x='?' y='?' width='?' height='9' fill='?'/>",
          left + width * i / BAR_STEPS,
          y,
          width / BAR_STEPS + .6,
          EnergyColors.at((i + .5) / BAR_STEPS));
    }
    for (double tick : axis.ticks(5)) {
      svg.add(
          "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>?</text>",
          axis.at(tick),
          y + 22,
          Digits.fixed(tick, axis.decimals(5)));
    }
    svg.add(
        "<text x='?' y='?' fill='#5b6773' class='fig-quiet'>hop energy above the lowest site"
            + " (eV)</text>",
        left,
        y + 36);
    if (route != null) {
      threshold(svg, axis, y);
    }
  }

  private void threshold(Markup svg, Axis axis, double y) {
    double above = route.thresholdEv() - surface.energies().lowestEv();
    double at = axis.at(above);
    boolean right = at > frame.width() / 2;
    svg.add(
        "<path d='M? ?l-4.5-7h9z' fill='#1f2933' class='fig-ink'/><text x='?' y='?'"
            + " text-anchor='?' font-size='10.5' fill='#1f2933' class='fig-ink'>? threshold"
            + " ?</text>",
        at,
        y - 1,
        at + (right ? -8 : 8),
        y - 3,
        right ? "end" : "start",
        across ? "2D" : "1D",
        Digits.energy(above));
  }
}
