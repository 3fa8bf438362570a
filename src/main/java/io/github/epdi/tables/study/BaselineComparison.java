package io.github.epdi.tables.study;

/**
 * A baseline beside the network, on the same saddles.
 *
 * @param mae mean absolute error of the baseline
 * @param difference that of the network less that of the baseline
 */
public record BaselineComparison(ErrorInterval mae, ErrorInterval difference) {
  private static final BaselineComparison NONE =
      new BaselineComparison(ErrorInterval.NONE, ErrorInterval.NONE);

  /** Columns that hold nothing are intervals without numbers. */
  public BaselineComparison {
    mae = ErrorInterval.orNone(mae);
    difference = ErrorInterval.orNone(difference);
  }

  /** A comparison, or one without numbers where columns hold nothing. */
  static BaselineComparison orNone(BaselineComparison comparison) {
    return comparison == null ? NONE : comparison;
  }
}
