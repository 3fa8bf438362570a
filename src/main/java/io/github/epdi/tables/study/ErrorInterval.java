package io.github.epdi.tables.study;

/**
 * A mean error with its 95 % interval by bootstrap over materials, eV.
 *
 * @param valueEv the mean; null where there is nothing to average
 * @param lowEv lower end of the interval; null where there are too few materials
 * @param highEv upper end of the interval; null likewise
 */
public record ErrorInterval(Double valueEv, Double lowEv, Double highEv) {
  /** Where there is nothing to average. */
  public static final ErrorInterval NONE = new ErrorInterval(null, null, null);

  /** An interval, or none where columns hold nothing. */
  static ErrorInterval orNone(ErrorInterval interval) {
    return interval == null ? NONE : interval;
  }
}
