package io.github.epdi.report.figure;

import java.util.List;

/** Draws error and found materials against the number of labels, for the study's page. */
public final class LearningCurves {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 300;
  private static final double UPPER = 24;
  private static final double LOWER = 240;
  private static final List<String> COLORS = List.of("#0b6e6e", "#c2410c", "#7c5cbf");

  private LearningCurves() {}

  /**
   * One number of labels.
   *
   * @param errorEv mean absolute error and half of its interval, eV
   * @param found materials found and half of their interval
   */
  public record Point(int labels, List<Double> errorEv, List<Double> found) {}

  /** One order of labels. */
  public record Line(String name, List<Point> points) {}

  /** Returns the drawing. */
  public static String svg(List<Line> lines) {
    Markup svg =
        Drawing.of(
            WIDTH,
            HEIGHT,
            "What further labels bring, in three orders",
            "Left: mean absolute error of the range. Right: true best ten found. Bars are 95 %"
                + " intervals of the mean over seeds.");
    svg.add("<rect width='?' height='?' fill='#ffffff'/>", WIDTH, HEIGHT);
    panel(svg, lines, 60, 340, "mean absolute error of the range (meV)", 1000, Point::errorEv);
    panel(svg, lines, 420, 700, "true best ten found", 1, Point::found);
    for (int i = 0; i < lines.size(); i++) {
      svg.add(
          "<path d='M? ?h20' stroke='?' stroke-width='1.8'/>"
              + "<text x='?' y='?' fill='#1f2933'>?</text>",
          150.0 + 160 * i,
          HEIGHT - 12,
          COLORS.get(i),
          176.0 + 160 * i,
          HEIGHT - 8,
          lines.get(i).name());
    }
    return svg.add("</svg>\n").toString();
  }

  private interface Value {
    List<Double> of(Point point);
  }

  private static void panel(
      Markup svg, List<Line> lines, double left, double right, String name, double unit, Value of) {
    int last = lines.get(0).points().get(lines.get(0).points().size() - 1).labels();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (Point point : line.points()) {
        low = Math.min(low, unit * (of.of(point).get(0) - of.of(point).get(1)));
        high = Math.max(high, unit * (of.of(point).get(0) + of.of(point).get(1)));
      }
    }
    Axis x = new Axis(0, last, left, right);
    Axis y = new Axis(low, high, LOWER, UPPER);
    for (double tick : x.ticks(6)) {
      svg.add(
          "<text x='?' y='?' text-anchor='middle' fill='#5b6773'>?</text>",
          x.at(tick),
          LOWER + 16,
          Digits.fixed(tick, 0));
    }
    for (double tick : y.ticks(5)) {
      svg.add("<path d='M? ?H?' stroke='#d8dde3'/>", left, y.at(tick), right);
      svg.add(
          "<text x='?' y='?' text-anchor='end' fill='#5b6773'>?</text>",
          left - 6,
          y.at(tick) + 4,
          Digits.fixed(tick, y.decimals(5)));
    }
    svg.add(
        "<text x='?' y='?' text-anchor='middle' fill='#5b6773'>labels added</text>"
            + "<text x='?' y='?' fill='#5b6773'>?</text>",
        (left + right) / 2,
        LOWER + 32,
        left,
        UPPER - 10,
        name);
    for (int i = 0; i < lines.size(); i++) {
      StringBuilder path = new StringBuilder();
      for (Point point : lines.get(i).points()) {
        double value = unit * of.of(point).get(0);
        double half = unit * of.of(point).get(1);
        path.append(path.isEmpty() ? "M" : "L")
            .append(Digits.coordinate(x.at(point.labels())))
            .append(' ')
            .append(Digits.coordinate(y.at(value)));
        svg.add(
            "<path d='M? ?V?' stroke='?'/><circle cx='?' cy='?' r='2.6' fill='?'/>",
            x.at(point.labels()) + 2 * (i - 1),
            y.at(value - half),
            y.at(value + half),
            COLORS.get(i),
            x.at(point.labels()),
            y.at(value),
            COLORS.get(i));
      }
      svg.add("<path d='?' fill='none' stroke='?' stroke-width='1.8'/>", path, COLORS.get(i));
    }
  }
}
