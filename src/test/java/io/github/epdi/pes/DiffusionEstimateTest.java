package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.epdi.structure.SurfaceGraph;
import org.junit.jupiter.api.Test;

class DiffusionEstimateTest {
  private static final SurfaceGraph GRAPH = HoneycombSurface.of(2, 2);

  @Test
  void rateAndDiffusivityOfAQuarterElectronvoltAtRoomTemperature() {
    DiffusionEstimate estimate =
        DiffusionEstimate.of(
                GRAPH,
                new PercolationBarriers(0.2, 0.25, 0.3, 0.35),
                DiffusionEstimate.Conditions.DEFAULT)
            .orElseThrow();
    // 1e13 exp(-0.25 / (8.617333262e-5 * 300)) and 6 * 3.16^2 * Gamma / 4 * 1e-16
    assertThat(estimate.hoppingRatePerSecond()).isCloseTo(6.312259513e+08, withinPercentage(1e-6));
    assertThat(estimate.diffusivityCm2PerSecond())
        .isCloseTo(9.454754788e-07, withinPercentage(1e-6));
  }

  @Test
  void thereIsNoneWithoutPercolationInTwoDirections() {
    assertThat(
            DiffusionEstimate.of(
                GRAPH,
                new PercolationBarriers(0.2, null, 0.3, null),
                DiffusionEstimate.Conditions.DEFAULT))
        .isEmpty();
  }

  @Test
  void itsConditionsArePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DiffusionEstimate.Conditions(1e13, 0, 6))
        .withMessage(
            "Cannot estimate diffusion: expected a positive attempt frequency, temperature and"
                + " number of neighbours, found 1.0E13 1/s, 0.0 K and 6");
  }
}
