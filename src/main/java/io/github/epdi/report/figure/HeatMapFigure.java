package io.github.epdi.report.figure;

import java.util.Collections;
import java.util.List;

/** Draws the map of hosts against dopants as SVG, for papers. The page has the same as a table. */
public final class HeatMapFigure {
  private static final double CELL_WIDTH = 52;
  private static final double CELL_HEIGHT = 26;
  private static final double LEFT = 110;
  private static final double UPPER = 56;

  private final HeatMap map;
  private final List<RankedMaterial> materials;
  private final Quantity quantity;

  /** Prepares a map of one quantity of the materials. */
  public HeatMapFigure(List<RankedMaterial> materials, Quantity quantity) {
    this.map = HeatMap.of(materials);
    this.materials = materials;
    this.quantity = quantity;
  }

  /** Returns the drawing, with one cell for each host and dopant, coloured by its lowest value. */
  public String svg() {
    double width = LEFT + CELL_WIDTH * map.dopants().size() + 12;
    double height = UPPER + CELL_HEIGHT * map.hosts().size() + 12;
    Markup svg =
        Drawing.of(
            width,
            height,
            "Hosts against dopants: " + quantity.title(),
            "Lowest value in eV of the materials of each host and dopant.");
    svg.add(
        "<text x='8' y='18' font-size='12' font-weight='600' fill='#1f2933' class='fig-ink'>? (eV),"
            + " host against dopant</text>",
        quantity.title());
    for (int column = 0; column < map.dopants().size(); column++) {
      svg.add(
          "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>?</text>",
          LEFT + CELL_WIDTH * (column + .5),
          UPPER - 8,
          map.dopants().get(column));
    }
    List<Double> values = map.values(materials, quantity);
    for (int line = 0; line < map.hosts().size(); line++) {
      line(svg, line, values);
    }
    return svg.add("</svg>").toString();
  }

  private void line(Markup svg, int line, List<Double> values) {
    double y = UPPER + CELL_HEIGHT * line;
    svg.add(
        "<text x='?' y='?' text-anchor='end' fill='#1f2933' class='fig-ink'>?</text>",
        LEFT - 8,
        y + 17,
        map.hosts().get(line));
    for (int column = 0; column < map.dopants().size(); column++) {
      List<RankedMaterial> cell =
          map.at(materials, map.hosts().get(line), map.dopants().get(column));
      Double lowest = map.lowest(cell, quantity);
      double x = LEFT + CELL_WIDTH * column;
      if (lowest != null) {
        double low = Collections.min(values);
        double range = Math.max(Collections.max(values) - low, 1e-9);
        double t = (lowest - low) / range;
        svg.add(
            "<rect x='?' y='?' width='?' height='?' fill='?' class='cell'/><text x='?' y='?'"
                + " text-anchor='middle' fill='?'>?</text>",
            x + 1,
            y + 1,
            CELL_WIDTH - 2,
            CELL_HEIGHT - 2,
            EnergyColors.at(t),
            x + CELL_WIDTH / 2,
            y + 17,
            EnergyColors.inkAt(t),
            Digits.energy(lowest));
      } else if (!cell.isEmpty()) {
        svg.add(
            "<text x='?' y='?' text-anchor='middle' fill='#5b6773'>none</text>",
            x + CELL_WIDTH / 2,
            y + 17);
      }
    }
  }
}
