package io.github.epdi.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.pes.PotentialEnergyCurve;
import io.github.epdi.pes.Predicted;
import io.github.epdi.pes.PredictedCurve;
import io.github.epdi.pes.PredictedEnergies;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.SyntheticMaterials;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CurveFigureTest {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static BarrierRow path(String id, int members) {
    return SyntheticMaterials.of(id, "MoS2", "VIB", "Ti", members).barriers().get(2);
  }

  @Test
  void itIsASvgFileWithNameAndDescription() {
    BarrierRow path = path("MoS2-Ti", 1);

    Document svg = SvgFile.parse(CurveFigure.of(path).svg());

    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(SvgFile.text(svg, "title")).isEqualTo("Potential-energy curve " + path.pathId());
    assertThat(SvgFile.text(svg, "desc"))
        .contains("MoS2-Ti, top side")
        .contains("forward barrier " + Digits.energy(path.barriers().forwardEv().value()) + " eV");
    assertThat(SvgFile.withClass(svg, "fig-saddle")).hasSize(2);
    assertThat(SvgFile.withClass(svg, "fig-band")).isEmpty();
  }

  /** The drawn Bezier curve is the Hermite curve: compared point by point, in pixels. */
  @Test
  void theDrawnCurveIsThePotentialEnergyCurve() {
    BarrierRow path = path("WS2-Nb", 1);
    EnergyRange range = new EnergyRange(-4, -2);
    String svg = CurveFigure.of(path, range).svg();
    String d = SvgFile.withClass(SvgFile.parse(svg), "fig-accent-line").get(0).getAttribute("d");
    List<double[]> points = points(d);
    PotentialEnergyCurve curve =
        new PotentialEnergyCurve(
            path.curve().positionsAngstrom().stream().mapToDouble(x -> x).toArray(),
            path.curve().energies().valuesEv().stream().mapToDouble(x -> x).toArray());
    double left = points.get(0)[0];
    double perAngstrom = (points.get(12)[0] - left) / curve.lengthAngstrom();

    for (int stretch = 0; stretch < 4; stretch++) {
      for (double t = 0; t <= 1; t += 0.125) {
        double[] drawn = bezier(points.subList(3 * stretch, 3 * stretch + 4), t);
        double position = Math.min((drawn[0] - left) / perAngstrom, curve.lengthAngstrom());
        double expected = new Axis(-4, -2, 186, 52).at(curve.energyEv(Math.max(0, position)));
        assertThat(drawn[1]).isCloseTo(expected, within(0.05));
      }
    }
  }

  @Test
  void severalMembersGiveABandAndSpreads() {
    BarrierRow path = path("MoS2-Ti", 3);

    String svg = CurveFigure.of(path).svg();

    assertThat(SvgFile.withClass(SvgFile.parse(svg), "fig-band")).hasSize(1);
    assertThat(svg)
        .contains(Digits.energy(path.barriers().forwardEv().value()) + " \u00b1 ")
        .contains(Digits.energy(path.barriers().forwardEv().std()));
  }

  @Test
  void aHostileNameIsText() {
    String name = "\"><script>alert(1)</script>\u0001";

    String svg = CurveFigure.of(path(name, 1)).svg();

    assertThat(svg).doesNotContain("<script");
    assertThat(SvgFile.text(SvgFile.parse(svg), "desc")).startsWith("\"><script>alert(1)</script>");
  }

  @Test
  void aFlatPathStillHasARange() {
    BarrierRow path = path("MoS2-Ti", 1);
    EnergyRange range = EnergyRange.of(List.of(flat(path)));

    assertThat(range.highestEv() - range.lowestEv()).isCloseTo(0.05, within(1e-9));
    assertThat(CurveFigure.of(flat(path)).svg()).contains("0.000");
  }

  private static BarrierRow flat(BarrierRow path) {
    Predicted none = new Predicted(0, null);
    return new BarrierRow(
        path.surface(),
        new BarrierRow.PathColumns(
            path.pathId(), new BarrierRow.PathSites("T0", "B0", "H0", "B1", "T1"), 1),
        new PredictedCurve(
            path.curve().positionsAngstrom(),
            new PredictedEnergies(List.of(-1.0, -1.0, -1.0, -1.0, -1.0), null)),
        new BarrierRow.BarrierColumns(none, none, none),
        null,
        List.of(),
        new Predicted(-1.0, null),
        null);
  }

  private static List<double[]> points(String d) {
    Matcher numbers = NUMBER.matcher(d);
    List<double[]> points = new ArrayList<>();
    while (numbers.find()) {
      double x = Double.parseDouble(numbers.group());
      assertThat(numbers.find()).isTrue();
      points.add(new double[] {x, Double.parseDouble(numbers.group())});
    }
    assertThat(points).hasSize(13);
    return points;
  }

  private static double[] bezier(List<double[]> p, double t) {
    double[] at = new double[2];
    for (int i = 0; i < 2; i++) {
      double s = 1 - t;
      at[i] =
          s * s * s * p.get(0)[i]
              + 3 * s * s * t * p.get(1)[i]
              + 3 * s * t * t * p.get(2)[i]
              + t * t * t * p.get(3)[i];
    }
    return at;
  }
}
