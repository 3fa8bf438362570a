package io.github.epdi.pes;

import io.github.epdi.structure.SurfaceGraph;
import java.io.Serializable;
import java.util.Optional;

/**
 * An order-of-magnitude estimate of diffusion over the whole surface by harmonic transition-state
 * theory with one attempt frequency: Gamma = nu exp(-E_a / kT) and D = z d^2 Gamma / 4. Here E_a is
 * the 2D percolation barrier and d the distance between neighbouring T sites.
 *
 * @param hoppingRatePerSecond hopping rate Gamma, 1/s
 * @param diffusivityCm2PerSecond diffusivity D, square centimetres per second
 */
public record DiffusionEstimate(double hoppingRatePerSecond, double diffusivityCm2PerSecond) {
  /** Boltzmann's constant in eV/K (CODATA 2018). */
  private static final double BOLTZMANN_EV_PER_KELVIN = 8.617333262e-5;

  private static final double CM2_PER_SQUARE_ANGSTROM = 1e-16;

  /**
   * The assumptions behind an estimate.
   *
   * @param attemptFrequencyPerSecond attempt frequency nu, 1/s
   * @param temperatureKelvin temperature T, K
   * @param neighbours number z of T sites that one T site exchanges lithium with
   */
  public record Conditions(
      double attemptFrequencyPerSecond, double temperatureKelvin, int neighbours)
      implements Serializable {
    /** The defaults nu = 1e13 1/s, T = 300 K and z = 6. */
    public static final Conditions DEFAULT = new Conditions(1e13, 300, 6);

    /**
     * Checks the assumptions.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public Conditions {
      if (!(attemptFrequencyPerSecond > 0) || !(temperatureKelvin > 0) || neighbours < 1) {
        throw new IllegalArgumentException(
            "Cannot estimate diffusion: expected a positive attempt frequency, temperature and"
                + " number of neighbours, found "
                + attemptFrequencyPerSecond
                + " 1/s, "
                + temperatureKelvin
                + " K and "
                + neighbours);
      }
    }
  }

  /**
   * Estimates diffusion on a side. The result is empty if lithium does not percolate in two
   * directions.
   */
  public static Optional<DiffusionEstimate> of(
      SurfaceGraph graph, PercolationBarriers barriers, Conditions conditions) {
    if (barriers.percolation2dEv() == null) {
      return Optional.empty();
    }
    double thermal = BOLTZMANN_EV_PER_KELVIN * conditions.temperatureKelvin();
    double rate =
        conditions.attemptFrequencyPerSecond() * Math.exp(-barriers.percolation2dEv() / thermal);
    double step = graph.topDistanceAngstrom();
    double diffusivity = conditions.neighbours() * step * step * rate / 4 * CM2_PER_SQUARE_ANGSTROM;
    return Optional.of(new DiffusionEstimate(rate, diffusivity));
  }
}
