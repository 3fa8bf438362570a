package io.github.epdi.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffinityFigureTest {
  private static AffinityPoint point(double affinity, double energy) {
    return new AffinityPoint("m, top side", affinity, energy);
  }

  /** Anscombe's first set, whose line is y = 3.0001 + 0.5001 x in every book. */
  @Test
  void theLineIsThatOfLeastSquares() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    List<AffinityPoint> points =
        java.util.stream.IntStream.range(0, x.length).mapToObj(i -> point(x[i], y[i])).toList();

    AffinityLine line = AffinityLine.through(points);

    assertThat(line.interceptEv()).isCloseTo(3.0001, within(5e-5));
    assertThat(line.slope()).isCloseTo(0.5001, within(5e-5));
    assertThat(line).hasToString("E = 0.50 A + 3.00 eV");
  }

  @Test
  void pointsOfOneAffinityHaveNoLine() {
    assertThat(AffinityLine.through(List.of(point(4, -1), point(4, -2), point(4, -3)))).isNull();
  }
}
