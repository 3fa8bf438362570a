package io.github.epdi.screening;

/**
 * Progress of a run, for a person who waits. The numbers are not exact where tasks were repeated.
 *
 * @param grids grids done, rejected ones too
 * @param total grids to compute in this run
 * @param rejects grids rejected
 * @param images distinct images predicted
 * @param seconds since the screening began
 */
public record Progress(long grids, long total, long rejects, long images, double seconds) {
  /** Returns the number of distinct images predicted per second. */
  public double imagesPerSecond() {
    return seconds > 0 ? images / seconds : 0;
  }

  /**
   * Estimates the seconds left, as if the remaining grids go as fast as those already done. The
   * result is not a number before the first grid is done.
   */
  public double secondsLeft() {
    return grids == 0 ? Double.NaN : seconds * (total - grids) / grids;
  }
}
