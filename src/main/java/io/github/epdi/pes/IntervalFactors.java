package io.github.epdi.pes;

/**
 * By how many spreads an interval reaches to each side of a value, so that it holds the calculated
 * value with a stated probability. The factors are found by leaving materials out of the training.
 *
 * @param coverage the probability, for example 0.8
 * @param energy factor of binding energies; null if too few materials were left out to tell
 * @param barrier factor of the barriers of hops and paths; null likewise
 * @param percolation factor of percolation barriers; null likewise
 */
public record IntervalFactors(double coverage, Double energy, Double barrier, Double percolation) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the coverage is not between 0 and 1, or a factor is not
   *     above 0
   */
  public IntervalFactors {
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("expected a coverage between 0 and 1, found " + coverage);
    }
    require("energy", energy);
    require("barrier", barrier);
    require("percolation", percolation);
  }

  private static void require(String name, Double factor) {
    if (factor != null && !(factor > 0 && Double.isFinite(factor))) {
      throw new IllegalArgumentException(
          "expected a factor above 0 for " + name + ", found " + factor);
    }
  }
}
