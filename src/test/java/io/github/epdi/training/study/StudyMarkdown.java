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
        row.setting().network().architecture(),
        row.setting().network().start(),
        row.setting().image().encoding(),
        row.setting().image().pixels(),
        row.setting().task().target(),
        row.setting().task().split(),
        100 * row.setting().task().saddleFraction(),
        row.counts().trainings(),
        row.counts().testedSaddles(),
        row.errors().mae().valueEv(),
        interval(row.errors().mae().lowEv(), row.errors().mae().highEv(), 4),
        number(row.baselines().mean().mae().valueEv(), 3),
        number(row.baselines().espLine().mae().valueEv(), 3),
        number(row.baselines().bridgeRule().mae().valueEv(), 4),
        number(row.baselines().profileRidge().mae().valueEv(), 3),
        number(row.barrierMae().valueEv(), 3));
  }

  /** How the network does against each baseline, saddle by saddle. */
  static String differences(StudySummaryRow row) {
    return String.format(
        Locale.ROOT,
        "| %s, %s | %s, %d | %s | %s | %.0f %% | %s | %s | %s | %s |",
        row.setting().network().architecture(),
        row.setting().network().start(),
        row.setting().image().encoding(),
        row.setting().image().pixels(),
        row.setting().task().target(),
        row.setting().task().split(),
        100 * row.setting().task().saddleFraction(),
        interval(
                row.baselines().mean().difference().lowEv(),
                row.baselines().mean().difference().highEv(),
                3)
            .strip(),
        interval(
                row.baselines().espLine().difference().lowEv(),
                row.baselines().espLine().difference().highEv(),
                3)
            .strip(),
        interval(
                row.baselines().bridgeRule().difference().lowEv(),
                row.baselines().bridgeRule().difference().highEv(),
                4)
            .strip(),
        interval(
                row.baselines().profileRidge().difference().lowEv(),
                row.baselines().profileRidge().difference().highEv(),
                3)
            .strip());
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
