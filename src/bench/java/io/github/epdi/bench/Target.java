package io.github.epdi.bench;

import java.util.Locale;

/**
 * What a ratio has to be.
 *
 * @param direction which side of the bound is good
 * @param bound the last good value
 */
record Target(Direction direction, double bound) {
  /** The good side of a bound. */
  enum Direction {
    AT_LEAST,
    AT_MOST
  }

  static Target atLeast(double bound) {
    return new Target(Direction.AT_LEAST, bound);
  }

  static Target atMost(double bound) {
    return new Target(Direction.AT_MOST, bound);
  }

  boolean isMetBy(double value) {
    return direction == Direction.AT_LEAST ? value >= bound : value <= bound;
  }

  /** "at least 15". */
  String text() {
    String number = String.format(Locale.ROOT, "%s", bound).replaceFirst("\\.0$", "");
    return (direction == Direction.AT_LEAST ? "at least " : "at most ") + number;
  }
}
