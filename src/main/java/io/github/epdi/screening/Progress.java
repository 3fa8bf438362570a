package io.github.epdi.screening;

/**
 * How far a run is, for a person who waits; not exact where tasks were repeated.
 *
 * @param grids grids done, rejected ones too
 * @param total grids of the campaign
 * @param rejects grids rejected
 * @param images distinct images predicted
 * @param seconds since the screening began
 */
public record Progress(long grids, long total, long rejects, long images, double seconds) {
  /** Distinct images predicted in a second. */
  public double imagesPerSecond() {
    return seconds > 0 ? images / seconds : 0;
  }

  /** Seconds left if the rest goes like what is done; not a number before the first grid. */
  public double secondsLeft() {
    return grids == 0 ? Double.NaN : seconds * (total - grids) / grids;
  }
}
