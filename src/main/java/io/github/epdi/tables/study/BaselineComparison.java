package io.github.epdi.tables.study;

/**
 * Compares a baseline with the network on the same saddles.
 *
 * @param mae mean absolute error of the baseline
 * @param difference mean absolute error of the network minus that of the baseline
 */
public record BaselineComparison(ErrorInterval mae, ErrorInterval difference) {
  private static final BaselineComparison NONE =
      new BaselineComparison(ErrorInterval.NONE, ErrorInterval.NONE);

  /** Replaces missing intervals by intervals without numbers. */
  public BaselineComparison {
    mae = ErrorInterval.orNone(mae);
    difference = ErrorInterval.orNone(difference);
  }

  /** Returns the comparison, or one without numbers if it is null. */
  static BaselineComparison orNone(BaselineComparison comparison) {
    return comparison == null ? NONE : comparison;
  }
}
