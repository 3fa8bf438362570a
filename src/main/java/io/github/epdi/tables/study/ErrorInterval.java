package io.github.epdi.tables.study;

/**
 * A mean error with its 95 % interval by bootstrap over materials, eV.
 *
 * @param valueEv the mean; null where there is nothing to average
 * @param lowEv lower end of the interval; null where there are too few materials
 * @param highEv upper end of the interval; null where there are too few materials
 */
public record ErrorInterval(Double valueEv, Double lowEv, Double highEv) {
  /** An interval without numbers, where there is nothing to average. */
  public static final ErrorInterval NONE = new ErrorInterval(null, null, null);

  /** Returns the interval, or one without numbers if it is null. */
  static ErrorInterval orNone(ErrorInterval interval) {
    return interval == null ? NONE : interval;
  }
}
