package io.github.epdi.report.figure;

import java.util.List;

/**
 * Draws the binding energy against the electron affinity of all screened materials as SVG, with the
 * straight line of least squares through them.
 */
public final class AffinityFigure {
  /** Smallest number of points for which the figure is drawn. */
  public static final int FEWEST = 3;

  private static final double WIDTH = 560;
  private static final double HEIGHT = 366;
  private static final double LEFT = 60;
  private static final double RIGHT = 548;
  private static final double UPPER = 14;
  private static final double LOWER = 320;

  private final List<AffinityPoint> points;
  private final AffinityLine line;
  private final Axis x;
  private final Axis y;

  private AffinityFigure(List<AffinityPoint> points) {
    this.points = points;
    this.line = AffinityLine.through(points);
    this.x =
        axis(points.stream().mapToDouble(AffinityPoint::electronAffinityEv).toArray(), LEFT, RIGHT);
    this.y =
        axis(points.stream().mapToDouble(AffinityPoint::bindingEnergyEv).toArray(), LOWER, UPPER);
  }

  /**
   * Returns the drawing.
   *
   * @return SVG; null where fewer than {@value #FEWEST} materials have an electron affinity
   */
  public static String of(List<RankedMaterial> materials) {
    List<AffinityPoint> points = AffinityPoint.of(materials);
    return points.size() < FEWEST ? null : new AffinityFigure(points).svg();
  }

  private static Axis axis(double[] values, double start, double end) {
    double low = java.util.Arrays.stream(values).min().orElseThrow();
    double high = java.util.Arrays.stream(values).max().orElseThrow();
    double room = Math.max(0.06 * (high - low), 0.02);
    return new Axis(low - room, high + room, start, end);
  }

  private String svg() {
    Markup svg =
        Drawing.of(
            WIDTH,
            HEIGHT,
            "Binding energy against electron affinity",
            points.size() + " materials" + (line == null ? "." : "; the line is " + line + "."));
    axes(svg);
    if (line != null) {
      trend(svg);
    }
    svg.add("<g fill='#0b6e6e' fill-opacity='.75'>");
    for (AffinityPoint point : points) {
      svg.add(
          "<circle class='material' cx='?' cy='?' r='3.6'><title>?: electron affinity ? eV, binding"
              + " energy ? eV</title></circle>",
          x.at(point.electronAffinityEv()),
          y.at(point.bindingEnergyEv()),
          point.name(),
          Digits.energy(point.electronAffinityEv()),
          Digits.energy(point.bindingEnergyEv()));
    }
    return svg.add("</g></svg>").toString();
  }

  /** Draws the line from the lowest affinity to the highest, because it says nothing beyond. */
  private void trend(Markup svg) {
    double low = points.stream().mapToDouble(AffinityPoint::electronAffinityEv).min().orElseThrow();
    double high =
        points.stream().mapToDouble(AffinityPoint::electronAffinityEv).max().orElseThrow();
    svg.add(
        "<path d='M? ?L? ?' stroke='#5b6773' stroke-dasharray='4 3' class='trend"
            + " fig-quiet-line'/><text x='?' y='?' text-anchor='end' fill='#5b6773'"
            + " class='fig-quiet'>?</text>",
        x.at(low),
        y.at(line.at(low)),
        x.at(high),
        y.at(line.at(high)),
        RIGHT - 4,
        UPPER + 12,
        line);
  }

  private void axes(Markup svg) {
    for (double tick : y.ticks(5)) {
      svg.add(
          "<path d='M? ?H?' stroke='#d8dde3' class='fig-grid'/><text x='?' y='?' text-anchor='end'"
              + " fill='#5b6773' class='fig-quiet'>?</text>",
          LEFT,
          y.at(tick),
          RIGHT,
          LEFT - 6,
          y.at(tick) + 4,
          Digits.fixed(tick, y.decimals(5)));
    }
    for (double tick : x.ticks(6)) {
      svg.add(
          "<path d='M? ?V?' stroke='#d8dde3' class='fig-grid'/><text x='?' y='?'"
              + " text-anchor='middle' fill='#5b6773' class='fig-quiet'>?</text>",
          x.at(tick),
          LOWER,
          UPPER,
          x.at(tick),
          LOWER + 16,
          Digits.fixed(tick, x.decimals(6)));
    }
    svg.add(
        "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>electron affinity"
            + " (eV)</text><text transform='translate(12 ?) rotate(-90)' text-anchor='middle'"
            + " fill='#5b6773' class='fig-quiet'>lowest binding energy (eV)</text>",
        (LEFT + RIGHT) / 2,
        LOWER + 36,
        (UPPER + LOWER) / 2);
  }
}
