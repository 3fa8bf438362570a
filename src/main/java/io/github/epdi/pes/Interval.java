package io.github.epdi.pes;

/**
 * A range that holds the calculated value with a stated probability.
 *
 * @param lowEv lower end, eV
 * @param highEv upper end, eV
 */
public record Interval(double lowEv, double highEv) {
  /** Returns the interval around a value. */
  static Interval around(double valueEv, double halfWidthEv) {
    return new Interval(valueEv - halfWidthEv, valueEv + halfWidthEv);
  }

  /** Returns the interval without what is below 0, where no barrier can be. */
  Interval ofBarrier() {
    return new Interval(Math.max(0, lowEv), highEv);
  }
}
