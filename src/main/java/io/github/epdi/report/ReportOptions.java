package io.github.epdi.report;

/**
 * Says how a report is made.
 *
 * @param title title of the page; null for the campaign's name
 * @param details which materials have details
 * @param thresholdEv 2D percolation barrier in eV below which a material counts as conducting
 */
public record ReportOptions(String title, DetailChoice details, double thresholdEv) {
  /** Shows details of the usual choice and has a threshold of 0.25 eV. */
  public static final ReportOptions DEFAULT = new ReportOptions(null, DetailChoice.DEFAULT, 0.25);

  /** Refuses a threshold that is not positive. */
  public ReportOptions {
    if (!(thresholdEv > 0)) {
      throw new IllegalArgumentException(
          "Cannot make a report: expected a barrier above 0 eV, found " + thresholdEv);
    }
  }
}
