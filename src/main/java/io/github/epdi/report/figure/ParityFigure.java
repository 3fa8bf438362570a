package io.github.epdi.report.figure;

import java.util.List;
import java.util.Map;

/**
 * Draws predictions against labels as SVG. The nearer the points are to the diagonal, the better.
 */
public final class ParityFigure {
  private static final double SIZE = 420;
  private static final double LEFT = 56;
  private static final double RIGHT = 408;
  private static final double UPPER = 30;
  private static final double LOWER = 382;
  private static final Map<String, String> COLORS =
      Map.of(
          LabelAccuracy.TEST, "#c2410c",
          LabelAccuracy.VALIDATION, "#7c5cbf",
          LabelAccuracy.TRAINING, "#8796a5",
          LabelAccuracy.UNKNOWN, "#0b6e6e");

  private final Map<String, LabelAccuracy.Part> parts;
  private final Axis x;
  private final Axis y;

  /**
   * Prepares a figure of the parts, whose axes cover all labels and predictions.
   *
   * @param parts what {@link LabelAccuracy#parts} gives, not empty
   */
  public ParityFigure(Map<String, LabelAccuracy.Part> parts) {
    this.parts = parts;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (LabelAccuracy.Part part : parts.values()) {
      for (LabelledPair pair : part.pairs()) {
        low = Math.min(low, Math.min(pair.labelEv(), pair.predictedEv()));
        high = Math.max(high, Math.max(pair.labelEv(), pair.predictedEv()));
      }
    }
    double room = Math.max(0.06 * (high - low), 0.02);
    this.x = new Axis(low - room, high + room, LEFT, RIGHT);
    this.y = new Axis(low - room, high + room, LOWER, UPPER);
  }

  /** Returns the drawing of predictions against labels, with one colour for each part. */
  public String svg() {
    int count = parts.values().stream().mapToInt(part -> part.pairs().size()).sum();
    Markup svg =
        Drawing.of(
            SIZE,
            SIZE + 6,
            "Predicted against calculated binding energies",
            count + " labelled sites; the line is equality.");
    axes(svg);
    svg.add(
        "<path d='M? ?L? ?' stroke='#5b6773' stroke-dasharray='4 3' class='fig-quiet-line'/>",
        LEFT,
        LOWER,
        RIGHT,
        UPPER);
    parts.entrySet().stream()
        .sorted(java.util.Comparator.comparing(e -> e.getKey().equals(LabelAccuracy.TEST)))
        .forEach(e -> points(svg, COLORS.get(e.getKey()), e.getValue().pairs()));
    legend(svg);
    return svg.add("</svg>").toString();
  }

  private void axes(Markup svg) {
    for (double tick : x.ticks(5)) {
      String label = Digits.fixed(tick, x.decimals(5));
      svg.add(
          "<path d='M? ?H?M? ?V?' stroke='#d8dde3' class='fig-grid'/>",
          LEFT,
          y.at(tick),
          RIGHT,
          x.at(tick),
          LOWER,
          UPPER);
      svg.add(
          "<text x='?' y='?' text-anchor='end' fill='#5b6773' class='fig-quiet'>?</text>"
              + "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>?</text>",
          LEFT - 6,
          y.at(tick) + 4,
          label,
          x.at(tick),
          LOWER + 16,
          label);
    }
    svg.add(
        "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>calculated (eV)"
            + "</text><text transform='translate(12 ?) rotate(-90)' text-anchor='middle'"
            + " fill='#5b6773' class='fig-quiet'>predicted (eV)</text>",
        (LEFT + RIGHT) / 2,
        LOWER + 34,
        (UPPER + LOWER) / 2);
  }

  private void points(Markup svg, String color, List<LabelledPair> pairs) {
    svg.add("<g fill='?' fill-opacity='.75'>", color);
    for (LabelledPair pair : pairs) {
      svg.add(
          "<circle class='pair' cx='?' cy='?' r='3.6'><title>? ?: ? calculated, ? predicted"
              + "</title></circle>",
          x.at(pair.labelEv()),
          y.at(pair.predictedEv()),
          pair.materialId(),
          pair.siteId(),
          Digits.energy(pair.labelEv()),
          Digits.energy(pair.predictedEv()));
    }
    svg.add("</g>");
  }

  private void legend(Markup svg) {
    double at = LEFT;
    for (String name : parts.keySet()) {
      svg.add(
          "<circle cx='?' cy='14' r='4' fill='?'/><text x='?' y='18' fill='#1f2933'"
              + " class='fig-ink'>?</text>",
          at + 4,
          COLORS.get(name),
          at + 12,
          name);
      at += 34 + 6.2 * name.length();
    }
  }
}
