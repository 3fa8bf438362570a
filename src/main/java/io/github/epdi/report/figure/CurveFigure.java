package io.github.epdi.report.figure;

import io.github.epdi.pes.PotentialEnergyCurve;
import io.github.epdi.tables.BarrierRow;
import java.util.List;

/**
 * Draws the potential-energy curve of one path as SVG. It shows five points with the cubic Hermite
 * curve through them, bridges marked as saddles, and the higher of the two barriers as an arrow. A
 * band shows the intervals of the energies where the model tells them, otherwise one standard
 * deviation over its members where there are several. Needs no Spark.
 */
public final class CurveFigure {
  private static final double WIDTH = 330;
  private static final double HEIGHT = 240;
  private static final double LEFT = 58;
  private static final double RIGHT = 316;
  private static final double UPPER = 52;
  private static final double LOWER = 186;

  private final BarrierRow path;
  private final PotentialEnergyCurve curve;
  private final Axis x;
  private final Axis y;

  private CurveFigure(BarrierRow path, EnergyRange range) {
    this.path = path;
    this.curve =
        new PotentialEnergyCurve(
            values(path.curve().positionsAngstrom()), values(path.curve().energies().valuesEv()));
    double start = curve.positionsAngstrom()[0];
    this.x = new Axis(start, start + curve.lengthAngstrom(), LEFT + 12, RIGHT - 12);
    this.y = new Axis(range.lowestEv(), range.highestEv(), LOWER, UPPER);
  }

  /** Makes a path's figure over its own range of energies. */
  public static CurveFigure of(BarrierRow path) {
    return new CurveFigure(path, EnergyRange.of(List.of(path)));
  }

  /** Makes a path's figure over a range of energies that it shares with others. */
  public static CurveFigure of(BarrierRow path, EnergyRange range) {
    return new CurveFigure(path, range);
  }

  /**
   * Returns the drawing. It is one {@code <svg>} element, which is also a valid file of its own.
   */
  public String svg() {
    Markup svg =
        Drawing.of(WIDTH, HEIGHT, "Potential-energy curve " + path.pathId(), description());
    title(svg);
    axes(svg);
    if (path.hasEnergyIntervals()) {
      band(svg, along(path.intervals().highsEv()), along(path.intervals().lowsEv()));
    } else if (path.curve().energies().stdsEv() != null) {
      band(svg, shifted(1), shifted(-1));
    }
    barrier(svg);
    svg.add(
        "<path d='?' fill='none' stroke='#0b6e6e' stroke-width='2' class='fig-accent-line'/>",
        line(curve));
    extraPoints(svg);
    points(svg);
    return svg.add("</svg>").toString();
  }

  private String description() {
    return path.materialId()
        + ", "
        + path.side()
        + " side, from "
        + path.path().sites().start()
        + " over "
        + path.path().sites().middle()
        + " to "
        + path.path().sites().end()
        + ": forward barrier "
        + forward()
        + " eV, reverse barrier "
        + reverse()
        + " eV.";
  }

  private String forward() {
    return Digits.energy(
        path.barriers().forwardEv().value(),
        path.barriers().forwardEv().std(),
        path.intervals() == null ? null : path.intervals().forwardEv());
  }

  private String reverse() {
    return Digits.energy(
        path.barriers().reverseEv().value(),
        path.barriers().reverseEv().std(),
        path.intervals() == null ? null : path.intervals().reverseEv());
  }

  private void title(Markup svg) {
    svg.add(
        "<text x='8' y='16' font-size='12' font-weight='600' fill='#1f2933' class='fig-ink'>"
            + "? (\u00d7?)</text>",
        path.pathId(),
        path.path().multiplicity());
    svg.add(
        "<text x='8' y='31' fill='#5b6773' class='fig-quiet'>\u2192 ? \u2190 ? eV</text>",
        Digits.energy(path.barriers().forwardEv().value(), path.barriers().forwardEv().std()),
        Digits.energy(path.barriers().reverseEv().value(), path.barriers().reverseEv().std()));
  }

  private void axes(Markup svg) {
    for (double tick : y.ticks(4)) {
      svg.add("<path d='M? ?H?' stroke='#d8dde3' class='fig-grid'/>", LEFT, y.at(tick), RIGHT);
      svg.add(
          "<text x='?' y='?' text-anchor='end' fill='#5b6773' class='fig-quiet'>?</text>",
          LEFT - 6,
          y.at(tick) + 4,
          Digits.fixed(tick, y.decimals(4)));
    }
    svg.add(
        "<text transform='translate(10 ?) rotate(-90)' text-anchor='middle' fill='#5b6773'"
            + " class='fig-quiet'>binding energy (eV)</text>",
        (UPPER + LOWER) / 2);
    for (double tick : x.ticks(4)) {
      quiet(svg, Digits.fixed(tick, x.decimals(4)), x.at(tick), LOWER + 32);
    }
    quiet(svg, "distance along the path (\u00c5)", (LEFT + RIGHT) / 2, LOWER + 47);
  }

  private static void quiet(Markup svg, String text, double x, double y) {
    svg.add(
        "<text x='?' y='?' text-anchor='middle' fill='#5b6773' class='fig-quiet'>?</text>",
        x,
        y,
        text);
  }

  private void band(Markup svg, PotentialEnergyCurve upper, PotentialEnergyCurve lower) {
    svg.add(
        "<path d='??Z' fill='#0b6e6e' fill-opacity='.16' class='fig-accent fig-band'/>",
        line(upper),
        reversed(lower));
  }

  private PotentialEnergyCurve along(List<Double> energiesEv) {
    return new PotentialEnergyCurve(curve.positionsAngstrom(), values(energiesEv));
  }

  private PotentialEnergyCurve shifted(int spreads) {
    double[] energies = curve.energiesEv();
    for (int i = 0; i < energies.length; i++) {
      energies[i] += spreads * path.curve().energies().stdsEv().get(i);
    }
    return new PotentialEnergyCurve(curve.positionsAngstrom(), energies);
  }

  /**
   * Returns the exact curve, because a cubic Hermite stretch with level ends is one Bezier stretch.
   */
  private String line(PotentialEnergyCurve drawn) {
    double[] at = drawn.positionsAngstrom();
    double[] energies = drawn.energiesEv();
    StringBuilder d = new StringBuilder("M" + point(at[0], energies[0]));
    for (int i = 1; i < at.length; i++) {
      d.append(stretch(at[i - 1], energies[i - 1], at[i], energies[i]));
    }
    return d.toString();
  }

  private String reversed(PotentialEnergyCurve drawn) {
    double[] at = drawn.positionsAngstrom();
    double[] energies = drawn.energiesEv();
    int last = at.length - 1;
    StringBuilder d = new StringBuilder("L" + point(at[last], energies[last]));
    for (int i = last; i > 0; i--) {
      d.append(stretch(at[i], energies[i], at[i - 1], energies[i - 1]));
    }
    return d.toString();
  }

  private String stretch(double x0, double e0, double x1, double e1) {
    double third = (x1 - x0) / 3;
    return "C" + point(x0 + third, e0) + " " + point(x1 - third, e1) + " " + point(x1, e1);
  }

  private String point(double positionAngstrom, double energyEv) {
    return Digits.coordinate(x.at(positionAngstrom)) + " " + Digits.coordinate(y.at(energyEv));
  }

  /** Draws the arrow from the lower end to the highest point. */
  private void barrier(Markup svg) {
    double[] energies = curve.energiesEv();
    boolean forward = energies[0] <= energies[energies.length - 1];
    double from = y.at(Math.min(energies[0], energies[energies.length - 1]));
    double top = y.at(curve.highestEv());
    double at = x.at(curve.positionsAngstrom()[forward ? 0 : energies.length - 1]);
    svg.add(
        "<path d='M? ?H?' stroke='#5b6773' stroke-dasharray='2 3' class='fig-quiet-line'/>",
        at,
        top,
        x.at(highestPosition()));
    svg.add("<path d='M? ?V?' stroke='#5b6773' class='fig-quiet-line'/>", at, from, top + 6);
    svg.add("<path d='M? ?l-3.5 7h7z' fill='#5b6773' class='fig-quiet'/>", at, top);
  }

  private double highestPosition() {
    double[] energies = curve.energiesEv();
    int highest = 0;
    for (int i = 1; i < energies.length; i++) {
      highest = energies[i] > energies[highest] ? i : highest;
    }
    return curve.positionsAngstrom()[highest];
  }

  private void points(Markup svg) {
    List<String> ids =
        List.of(
            path.path().sites().start(),
            path.path().sites().startHop(),
            path.path().sites().middle(),
            path.path().sites().endHop(),
            path.path().sites().end());
    double[] at = curve.positionsAngstrom();
    double[] energies = curve.energiesEv();
    for (int i = 0; i < at.length; i++) {
      double px = x.at(at[i]);
      double py = y.at(energies[i]);
      boolean saddle = i % 2 == 1;
      svg.add(
          saddle
              ? "<path d='M? ?l5 5l-5 5l-5-5z' fill='#fff' stroke='#0b6e6e' stroke-width='2'"
                  + " class='fig-saddle fig-accent-line'/>"
              : "<circle cx='?' cy='?' r='4' fill='#0b6e6e' class='fig-accent'/>",
          px,
          saddle ? py - 5 : py);
      svg.add(
          "<text x='?' y='?' text-anchor='middle' font-weight='600' fill='#1f2933'"
              + " class='fig-ink'>?</text>",
          px,
          LOWER + 17,
          ids.get(i));
    }
  }

  private void extraPoints(Markup svg) {
    if (path.extra() == null) {
      return;
    }
    for (int i = 0; i < path.extra().positionsAngstrom().size(); i++) {
      svg.add(
          "<circle cx='?' cy='?' r='2' fill='none' stroke='#5b6773'"
              + " class='fig-extra fig-quiet-line'/>",
          x.at(path.extra().positionsAngstrom().get(i)),
          y.at(path.extra().energies().valuesEv().get(i)));
    }
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
