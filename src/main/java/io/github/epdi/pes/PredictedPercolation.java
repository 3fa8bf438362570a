package io.github.epdi.pes;

/**
 * The percolation barriers of a side, counted from two zeros.
 *
 * @param ownLowest from the lowest site of the component that winds: what lithium must climb
 * @param sideLowest from the lowest site of the whole side
 */
public record PredictedPercolation(Ranks ownLowest, Ranks sideLowest) {
  /**
   * A barrier for travelling without end.
   *
   * @param along1dEv in one direction; null if lithium never can
   * @param across2dEv over the whole surface; null if lithium never can
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
