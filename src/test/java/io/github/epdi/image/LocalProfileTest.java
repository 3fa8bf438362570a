package io.github.epdi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import org.apache.commons.math3.special.BesselJ;
import org.junit.jupiter.api.Test;

/** Against plane waves, whose means over circles are Bessel functions. */
class LocalProfileTest {
  private static final double[][] CELL = {{12, 0, 0}, {0, 12, 0}, {0, 0, 20}};
  private static final double WAVE = 2 * Math.PI / 4;

  /** Places along x where the cosine is at its crest, and a quarter further, where it is zero. */
  private static AdsorptionSite site(double u) {
    return new AdsorptionSite(SiteKind.T, 0, u, 0.25, 5, "T0", 1);
  }

  private static LocalProfile profile() {
    Readings.TwoSides reading =
        Readings.of(Readings.grid(CELL, 96, 96, 40, (x, y, z) -> Math.cos(WAVE * x) + 7), 7.0, 7.0);
    return new LocalProfile(reading.potential(Side.TOP));
  }

  @Test
  void ringsAreMeansOverRings() {
    double[] rings = profile().rings(site(0), 1.5);
    double[] edges = {0, 0.35, 0.75, 1.25, 1.75, 2.5, 3.25, 4};
    assertThat(rings).hasSize(LocalProfile.RINGS);
    for (int i = 0; i < rings.length; i++) {
      assertThat(rings[i]).as("ring " + i).isCloseTo(mean(0, edges[i], edges[i + 1]), within(0.02));
    }
  }

  @Test
  void wavesAreStrengthsOfTheirOrder() {
    double[] crest = profile().waves(site(0), 1.5);
    double[] edges = {0.6, 1.2, 1.4, 2.0, 2.4, 3.2};
    for (int ring = 0; ring < 3; ring++) {
      double second = Math.abs(mean(2, edges[2 * ring], edges[2 * ring + 1]));
      assertThat(crest[ring]).as("order 1").isCloseTo(0, within(0.02));
      assertThat(crest[3 + ring]).as("order 2").isCloseTo(second, within(0.03));
      assertThat(crest[6 + ring]).as("order 3").isCloseTo(0, within(0.02));
    }
    double[] slope = profile().waves(site(1.0 / 12), 1.5);
    for (int ring = 0; ring < 3; ring++) {
      double first = Math.abs(mean(1, edges[2 * ring], edges[2 * ring + 1]));
      assertThat(slope[ring]).as("order 1").isCloseTo(first, within(0.03));
      assertThat(slope[3 + ring]).as("order 2").isCloseTo(0, within(0.02));
    }
  }

  /** Mean of cos(k x) e^(i m angle) over a ring: that of the Bessel function, by many circles. */
  private static double mean(int order, double inner, double outer) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < 400; i++) {
      double r = inner + (i + 0.5) / 400 * (outer - inner);
      sum += r * BesselJ.value(order, WAVE * r);
      weight += r;
    }
    return sum / weight;
  }
}
