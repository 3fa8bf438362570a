package io.github.epdi.pes;

import io.github.epdi.structure.SurfaceGraph;
import java.util.function.ToDoubleFunction;

/**
 * The estimate of diffusion over a side with its spread over the ensemble. See {@link
 * DiffusionEstimate}.
 *
 * @param hoppingRatePerSecond hopping rate Gamma, 1/s
 * @param diffusivityCm2PerSecond diffusivity D, square centimetres per second
 */
public record PredictedDiffusion(
    Predicted hoppingRatePerSecond, Predicted diffusivityCm2PerSecond) {
  /** Returns the estimate, or null if lithium does not percolate in two directions. */
  static PredictedDiffusion of(
      SurfaceGraph graph,
      Ensemble<PercolationBarriers> barriers,
      DiffusionEstimate.Conditions conditions) {
    Predicted rate = estimate(graph, barriers, conditions, DiffusionEstimate::hoppingRatePerSecond);
    return rate == null
        ? null
        : new PredictedDiffusion(
            rate,
            estimate(graph, barriers, conditions, DiffusionEstimate::diffusivityCm2PerSecond));
  }

  private static Predicted estimate(
      SurfaceGraph graph,
      Ensemble<PercolationBarriers> barriers,
      DiffusionEstimate.Conditions conditions,
      ToDoubleFunction<DiffusionEstimate> part) {
    return barriers.numberOrNull(
        all ->
            DiffusionEstimate.of(graph, all, conditions)
                .map(estimate -> part.applyAsDouble(estimate))
                .orElse(null));
  }
}
