package io.github.epdi.pes;

/**
 * The percolation barriers of a side, counted from two different zeros.
 *
 * @param ownLowest counted from the lowest site of the connected component: what lithium must climb
 * @param sideLowest counted from the lowest site of the whole side
 */
public record PredictedPercolation(Ranks ownLowest, Ranks sideLowest) {
  /**
   * The barriers for travelling any distance, in eV.
   *
   * @param along1dEv barrier in one direction; null if the hops allow no such travel
   * @param across2dEv barrier over the whole surface; null if the hops allow no such travel
   */
  public record Ranks(Predicted along1dEv, Predicted across2dEv) {}

  static PredictedPercolation of(Ensemble<PercolationBarriers> barriers) {
    return new PredictedPercolation(
        new Ranks(
            barriers.numberOrNull(PercolationBarriers::percolation1dEv),
            barriers.numberOrNull(PercolationBarriers::percolation2dEv)),
        new Ranks(
            barriers.numberOrNull(PercolationBarriers::percolation1dAboveLowestEv),
            barriers.numberOrNull(PercolationBarriers::percolation2dAboveLowestEv)));
  }
}
