package io.github.epdi.report.figure;

import io.github.epdi.tables.study.StudySummaryRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Draws the mean absolute error of saddles against the share of saddles that was trained on, as
 * SVG. It shows networks with their intervals and the baselines on the same saddles. The axis of
 * errors is logarithmic.
 */
public final class StudyFigure {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 380;
  private static final double LEFT = 62;
  private static final double RIGHT = 380;
  private static final double UPPER = 34;
  private static final double LOWER = 318;
  private static final double[] TICKS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};
  private static final List<String> COLORS =
      List.of("#0b6e6e", "#c2410c", "#7c5cbf", "#2f6db3", "#8a6d1a", "#5b6773");

  /** Errors of one network or baseline at several shares. */
  private record Line(String name, String color, String dashes, List<Point> points) {}

  private record Point(double fraction, double mae, Double low, Double high) {}

  private final List<Line> lines = new ArrayList<>();
  private final Axis x = new Axis(0, 0.7, LEFT + 10, RIGHT - 10);
  private final Axis y;

  /**
   * Prepares a figure of the trainings with a random split and the binding energy as their target.
   *
   * @param rows rows of a study's summary
   */
  public StudyFigure(List<StudySummaryRow> rows) {
    List<StudySummaryRow> shown =
        rows.stream()
            .filter(
                row ->
                    row.setting().task().split().equals("random")
                        && row.setting().task().target().equals("direct"))
            .toList();
    TreeMap<String, List<StudySummaryRow>> networks = new TreeMap<>();
    for (StudySummaryRow row : shown) {
      String name =
          row.setting().network().architecture()
              + ", "
              + row.setting().network().start()
              + ", "
              + row.setting().image().encoding()
              + " "
              + row.setting().image().pixels();
      networks.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
    }
    networks.forEach(
        (name, of) ->
            lines.add(
                new Line(
                    name,
                    COLORS.get(lines.size() % COLORS.size()),
                    "none",
                    points(
                        of,
                        r ->
                            new Point(
                                r.setting().task().saddleFraction(),
                                r.errors().mae().valueEv(),
                                r.errors().mae().lowEv(),
                                r.errors().mae().highEv())))));
    // The baselines do not depend on the network, so they are taken from the setting with the most
    // shares.
    List<StudySummaryRow> longest =
        networks.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    baseline("mean of labels", "2 3", longest, row -> row.baselines().mean().mae().valueEv());
    baseline("ESP line", "6 3", longest, row -> row.baselines().espLine().mae().valueEv());
    baseline(
        "radial profile, ridge",
        "8 3 2 3",
        longest,
        row -> row.baselines().profileRidge().mae().valueEv());
    baseline(
        "bridge rule (DFT neighbours)",
        "1 3",
        longest,
        row -> row.baselines().bridgeRule().mae().valueEv());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (Point point : line.points()) {
        low = Math.min(low, point.low() == null ? point.mae() : point.low());
        high = Math.max(high, point.high() == null ? point.mae() : point.high());
      }
    }
    y =
        lines.isEmpty()
            ? new Axis(-2, 0, LOWER, UPPER)
            : new Axis(Math.log10(low * 0.8), Math.log10(high * 1.25), LOWER, UPPER);
  }

  private void baseline(
      String name,
      String dashes,
      List<StudySummaryRow> rows,
      Function<StudySummaryRow, Double> mae) {
    List<Point> points =
        points(
            rows,
            row ->
                mae.apply(row) == null
                    ? null
                    : new Point(row.setting().task().saddleFraction(), mae.apply(row), null, null));
    if (!points.isEmpty()) {
      lines.add(new Line(name, "#5b6773", dashes, points));
    }
  }

  private static List<Point> points(
      List<StudySummaryRow> rows, Function<StudySummaryRow, Point> point) {
    return rows.stream()
        .map(point)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingDouble(Point::fraction))
        .toList();
  }

  /** Writes the drawing to a file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, svg(), StandardCharsets.UTF_8);
  }

  /** Writes the drawing as PNG. */
  public void writePng(Chromium chromium, Path file) throws IOException {
    chromium.png(svg(), WIDTH, HEIGHT, file);
  }

  /**
   * Returns the drawing. It is one {@code <svg>} element, which is also a valid file of its own.
   */
  public String svg() {
    Markup svg =
        Drawing.of(
            WIDTH,
            HEIGHT,
            "Error of saddles against the share of saddles trained on",
            "Mean absolute error in eV, logarithmic; bars are 95 % intervals over materials.");
    axes(svg);
    double at = UPPER + 8;
    for (Line line : lines) {
      draw(svg, line);
      legend(svg, line, at);
      at += 20;
    }
    return svg.add("</svg>").toString();
  }

  private void axes(Markup svg) {
    for (double tick : TICKS) {
      double at = y.at(Math.log10(tick));
      if (at <= LOWER && at >= UPPER) {
        svg.add("<path d='M? ?H?' stroke='#d8dde3' class='fig-grid'/>", LEFT, at, RIGHT);
        svg.add(
            "<text x='?' y='?' text-anchor='end' fill='#5b6773' class='fig-quiet'>?</text>",
            LEFT - 6,
            at + 4,
            tick >= 1 ? Digits.fixed(tick, 0) : Double.toString(tick));
      }
    }
    for (double tick : x.ticks(7)) {
      svg.add(
          "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>?</text>",
          x.at(tick),
          LOWER + 18,
          Digits.fixed(100 * tick, 0) + " %");
    }
    svg.add(
        "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>share of the"
            + " saddles trained on (random split)</text>"
            + "<text transform='translate(14 ?) rotate(-90)' text-anchor='middle' fill='#5b6773'"
            + " class='fig-quiet'>mean absolute error of the others (eV)</text>",
        (LEFT + RIGHT) / 2,
        LOWER + 40,
        (UPPER + LOWER) / 2);
  }

  private void draw(Markup svg, Line line) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(Digits.coordinate(x.at(point.fraction())))
          .append(' ')
          .append(Digits.coordinate(at(point.mae())));
    }
    svg.add(
        "<path d='?' fill='none' stroke='?' stroke-width='1.8' stroke-dasharray='?'/>",
        path,
        line.color(),
        line.dashes());
    for (Point point : line.points()) {
      if (point.low() != null) {
        svg.add(
            "<path d='M? ?V?' stroke='?' stroke-width='1.2'/>",
            x.at(point.fraction()),
            at(point.low()),
            at(point.high()),
            line.color());
      }
      svg.add(
          "<circle cx='?' cy='?' r='3.2' fill='?'><title>?: ? eV at ? %</title></circle>",
          x.at(point.fraction()),
          at(point.mae()),
          line.color(),
          line.name(),
          Digits.fixed(point.mae(), 4),
          Digits.fixed(100 * point.fraction(), 0));
    }
  }

  private double at(double mae) {
    return y.at(Math.log10(mae));
  }

  private static void legend(Markup svg, Line line, double at) {
    svg.add(
        "<path d='M? ?h22' stroke='?' stroke-width='1.8' stroke-dasharray='?'/>"
            + "<text x='?' y='?' font-size='10' fill='#1f2933' class='fig-ink'>?</text>",
        RIGHT + 10,
        at,
        line.color(),
        line.dashes(),
        RIGHT + 36,
        at + 4,
        line.name());
  }
}
