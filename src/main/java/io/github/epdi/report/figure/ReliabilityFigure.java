package io.github.epdi.report.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws how often intervals hold against how often they say they do, as SVG. Points on the diagonal
 * are intervals that hold as they say; above it they are wider than they need to be.
 */
public final class ReliabilityFigure {
  private static final double SIZE = 380;
  private static final double WIDTH = 560;
  private static final double LEFT = 62;
  private static final double UPPER = 20;
  private static final double LOWER = SIZE - 54;
  private static final double RIGHT = LEFT + LOWER - UPPER;
  private static final List<String> COLORS = List.of("#0b6e6e", "#c2410c", "#7c5cbf", "#2f6db3");

  /**
   * One point.
   *
   * @param of what the intervals are of
   * @param said how often they say they hold, 0 to 1
   * @param found how often they held, 0 to 1
   */
  public record Point(String of, double said, double found) {}

  private final Map<String, List<Point>> lines;
  private final Axis x = new Axis(0, 1, LEFT, RIGHT);
  private final Axis y = new Axis(0, 1, LOWER, UPPER);

  /** Prepares a figure of some points. */
  public ReliabilityFigure(List<Point> points) {
    lines =
        points.stream()
            .collect(Collectors.groupingBy(Point::of, TreeMap::new, Collectors.toList()));
  }

  /** Returns the drawing as one {@code <svg>} element, which is also a valid file of its own. */
  public String svg() {
    Markup svg =
        Drawing.of(
            WIDTH,
            SIZE,
            "How often intervals hold",
            "Share of left-out labels within intervals against the share that the intervals claim.");
    for (double tick : x.ticks(5)) {
      svg.add("<path d='M? ?H?' stroke='#d8dde3' class='fig-grid'/>", LEFT, y.at(tick), RIGHT);
      quiet(svg, "end", LEFT - 6, y.at(tick) + 4, Digits.fixed(100 * tick, 0) + " %");
      quiet(svg, "middle", x.at(tick), LOWER + 18, Digits.fixed(100 * tick, 0) + " %");
    }
    svg.add(
        "<path d='M? ?L? ?' stroke='#5b6773' stroke-dasharray='4 3' class='fig-quiet-line'/>",
        x.at(0),
        y.at(0),
        x.at(1),
        y.at(1));
    quiet(svg, "middle", (LEFT + RIGHT) / 2, LOWER + 40, "intervals say they hold");
    svg.add(
        "<text transform='translate(14 ?) rotate(-90)' text-anchor='middle' fill='#5b6773'"
            + " class='fig-quiet'>they held, mean over left-out materials</text>",
        (UPPER + LOWER) / 2);
    int line = 0;
    for (Map.Entry<String, List<Point>> entry : lines.entrySet()) {
      String color = COLORS.get(line % COLORS.size());
      for (Point point : entry.getValue()) {
        svg.add(
            "<circle cx='?' cy='?' r='3.4' fill='?'><title>?: said ? %, held ? %</title></circle>",
            x.at(point.said()),
            y.at(point.found()),
            color,
            entry.getKey(),
            Digits.fixed(100 * point.said(), 0),
            Digits.fixed(100 * point.found(), 1));
      }
      svg.add(
          "<circle cx='?' cy='?' r='3.4' fill='?'/><text x='?' y='?' fill='#1f2933'"
              + " class='fig-ink'>?</text>",
          RIGHT + 22,
          UPPER + 14 + 20 * line,
          color,
          RIGHT + 32,
          UPPER + 18 + 20 * line,
          entry.getKey());
      line++;
    }
    return svg.add("</svg>").toString();
  }

  private static void quiet(Markup svg, String anchor, double at, double height, String text) {
    svg.add(
        "<text x='?' y='?' text-anchor='?' fill='#5b6773' class='fig-quiet'>?</text>",
        at,
        height,
        anchor,
        text);
  }
}
