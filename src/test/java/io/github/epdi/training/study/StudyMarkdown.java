package io.github.epdi.training.study;

import io.github.epdi.tables.study.StudyCorrelationRow;
import io.github.epdi.tables.study.StudySummaryRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lines of the tables of accuracy in {@code jobs/study/README.md}, from the rows of a study's
 * tables.
 */
final class StudyMarkdown {
  private StudyMarkdown() {}

  static String line(StudySummaryRow row) {
    return String.format(
        Locale.ROOT,
        "| %s, %s | %s, %d | %s | %s | %.0f %% | %d | %d | %.4f%s | %s | %s | %s | %s | %s |",
        row.architecture(),
        row.start(),
        row.encoding(),
        row.pixels(),
        row.target(),
        row.split(),
        100 * row.saddleFraction(),
        row.trainings(),
        row.testedSaddles(),
        row.maeEv(),
        interval(row.maeLowEv(), row.maeHighEv(), 4),
        number(row.meanMaeEv(), 3),
        number(row.espLineMaeEv(), 3),
        number(row.bridgeRuleMaeEv(), 4),
        number(row.profileRidgeMaeEv(), 3),
        number(row.barrierMaeEv(), 3));
  }

  /** How the network does against each baseline, saddle by saddle. */
  static String differences(StudySummaryRow row) {
    return String.format(
        Locale.ROOT,
        "| %s, %s | %s, %d | %s | %s | %.0f %% | %s | %s | %s | %s |",
        row.architecture(),
        row.start(),
        row.encoding(),
        row.pixels(),
        row.target(),
        row.split(),
        100 * row.saddleFraction(),
        interval(row.meanDifferenceLowEv(), row.meanDifferenceHighEv(), 3).strip(),
        interval(row.espLineDifferenceLowEv(), row.espLineDifferenceHighEv(), 3).strip(),
        interval(row.bridgeRuleDifferenceLowEv(), row.bridgeRuleDifferenceHighEv(), 4).strip(),
        interval(row.profileRidgeDifferenceLowEv(), row.profileRidgeDifferenceHighEv(), 3).strip());
  }

  static String line(StudyCorrelationRow all, List<StudyCorrelationRow> rows) {
    List<Double> within =
        rows.stream()
            .filter(r -> r.hostGroup().equals(all.hostGroup()) && r.kind().equals(all.kind()))
            .filter(r -> !r.materialId().equals(all.materialId()) && r.pearson() != null)
            .map(StudyCorrelationRow::pearson)
            .toList();
    String range =
        within.isEmpty()
            ? "-"
            : String.format(
                Locale.ROOT,
                "%.2f to %.2f (%d)",
                stream(within).min(Double::compare).orElseThrow(),
                stream(within).max(Double::compare).orElseThrow(),
                within.size());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %s | %s | %s |",
        all.hostGroup(),
        all.kind(),
        all.materials(),
        all.sites(),
        number(all.pearson(), 2),
        number(all.spearman(), 2),
        range);
  }

  private static Stream<Double> stream(List<Double> values) {
    return values.stream();
  }

  private static String interval(Double low, Double high, int decimals) {
    return low == null ? " -" : " [" + number(low, decimals) + ", " + number(high, decimals) + "]";
  }

  private static String number(Double value, int decimals) {
    return value == null ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
