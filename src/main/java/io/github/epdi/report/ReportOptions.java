package io.github.epdi.report;

/**
 * Says how a report is made.
 *
 * @param title title of the page; null for the campaign's name
 * @param details how many of the best materials have their details, with pictures of their grids,
 *     in the page itself; the others' are in pages beside it
 * @param thresholdEv 2D percolation barrier in eV below which a material counts as conducting
 */
public record ReportOptions(String title, int details, double thresholdEv) {
  /** Shows details of 50 materials and has a threshold of 0.25 eV. */
  public static final ReportOptions DEFAULT = new ReportOptions(null, 50, 0.25);

  /** Refuses a negative number of materials and a threshold that is not positive. */
  public ReportOptions {
    if (details < 0 || !(thresholdEv > 0)) {
      throw new IllegalArgumentException(
          "Cannot make a report: expected details of at least 0 materials and a barrier above 0 eV,"
              + " found "
              + details
              + " and "
              + thresholdEv);
    }
  }
}
