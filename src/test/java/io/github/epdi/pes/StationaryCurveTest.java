package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StationaryCurveTest {
  private static final StationaryCurve CURVE =
      new StationaryCurve(new double[] {0, 1, 3}, new double[] {-2, -1.5, -1.8});

  @Test
  void goesThroughItsPointsWithZeroSlope() {
    assertThat(CURVE.energyEv(0)).isEqualTo(-2);
    assertThat(CURVE.energyEv(1)).isEqualTo(-1.5);
    assertThat(CURVE.energyEv(3)).isCloseTo(-1.8, within(1e-15));
    assertThat(CURVE.energyEv(0.5)).isEqualTo(-1.75);
    assertThat(CURVE.energyEv(1e-4)).isCloseTo(-2, within(1e-7));
    assertThat(CURVE.highestEv()).isEqualTo(-1.5);
    assertThat(CURVE.highestPositionAngstrom()).isEqualTo(1);
  }

  @Test
  void isTheFivePointCurveOnFivePoints() {
    double[] positions = {0, 0.9, 1.8, 2.7, 3.6};
    double[] energies = {-2, -1.7, -1.9, -1.6, -2.1};
    StationaryCurve curve = new StationaryCurve(positions, energies);
    PotentialEnergyCurve path = new PotentialEnergyCurve(positions, energies);
    for (double x = 0; x <= 3.6; x += 0.01) {
      assertThat(curve.energyEv(x)).isEqualTo(path.energyEv(x));
    }
  }

  @Test
  void whatIsNoCurveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StationaryCurve(new double[] {0}, new double[] {1}))
        .withMessageContaining("two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StationaryCurve(new double[] {0, 0}, new double[] {1, 2}))
        .withMessageContaining("ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CURVE.energyEv(3.1))
        .withMessageContaining("from 0.0 to 3.0");
  }
}
