package io.github.epdi.training.study;

import io.github.epdi.tables.study.BaselineComparison;
import io.github.epdi.tables.study.ErrorInterval;
import io.github.epdi.tables.study.StudyPredictionRow;
import io.github.epdi.tables.study.StudySettingValue;
import io.github.epdi.tables.study.StudySummaryRow;
import io.github.epdi.tables.study.StudyTrainingRow;
import io.github.epdi.training.accuracy.ClusteredBootstrap;
import io.github.epdi.training.accuracy.ErrorStatistics;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.examples.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Makes rows of a study's tables from results of trainings. */
final class StudyStatistics {
  private static final long BOOTSTRAP_SEED = 1;

  private StudyStatistics() {}

  static StudyTrainingRow training(StudyResult result) {
    StudyCell cell = result.cell();
    List<StudyPrediction> tested =
        result.predictions().stream().filter(StudyPrediction::isTestedSaddle).toList();
    List<StudyPrediction> trained =
        result.predictions().stream().filter(p -> p.part().equals(Part.TRAINING.label())).toList();
    ErrorStatistics errors = ErrorStatistics.of(pairs(tested, StudyPrediction::networkEv));
    return new StudyTrainingRow(
        cell.id(),
        setting(cell),
        new StudyTrainingRow.DrawColumns(cell.fold(), cell.seed()),
        new StudyTrainingRow.SiteColumns(trained.size(), tested.size()),
        new StudyTrainingRow.AccuracyColumns(
            new StudyTrainingRow.ErrorColumns(
                errors.maeEv(),
                errors.rmseEv(),
                finite(errors.r2()),
                errors.maxErrorEv(),
                ErrorStatistics.of(pairs(trained, StudyPrediction::networkEv)).maeEv()),
            new StudyTrainingRow.PathColumns(
                result.barriers().size(),
                result.barriers().isEmpty() ? null : ErrorStatistics.of(result.barriers()).maeEv()),
            new StudyTrainingRow.BaselineColumns(
                mae(tested, StudyPrediction::meanEv),
                mae(tested, StudyPrediction::espLineEv),
                mae(tested, StudyPrediction::bridgeRuleEv),
                mae(tested, StudyPrediction::profileRidgeEv))),
        new StudyTrainingRow.EffortColumns(
            result.history().size(),
            result.bestEpoch(),
            result.seconds(),
            result.imagesPerSecond()),
        new StudyTrainingRow.ProvenanceColumns(
            result.settings().path("labels_sha256").asText(),
            result.settings().path("start_sha256").textValue(),
            result.settings().toString()));
  }

  private static StudySettingValue setting(StudyCell cell) {
    return new StudySettingValue(
        new StudySettingValue.Network(cell.architecture().id(), cell.start()),
        new StudySettingValue.Image(cell.encoding().label(), cell.pixels()),
        new StudySettingValue.Task(
            cell.target().label(), cell.split().label(), cell.saddleFraction()));
  }

  static List<StudyPredictionRow> predictions(StudyResult result) {
    return result.predictions().stream()
        .map(
            p ->
                new StudyPredictionRow(
                    new StudyPredictionRow.SiteColumns(
                        result.cell().id(), p.materialId(), p.siteId(), p.kind(), p.part()),
                    p.labelEv(),
                    p.networkEv(),
                    new StudyPredictionRow.BaselineColumns(
                        p.meanEv(), p.espLineEv(), p.bridgeRuleEv(), p.profileRidgeEv())))
        .toList();
  }

  /** Pools trainings that differ in seed and fold alone. */
  static StudySummaryRow summary(List<StudyResult> results) {
    StudyCell cell = results.get(0).cell();
    List<StudyPrediction> tested = new ArrayList<>();
    List<Pair> barriers = new ArrayList<>();
    for (StudyResult result : results) {
      result.predictions().stream().filter(StudyPrediction::isTestedSaddle).forEach(tested::add);
      barriers.addAll(result.barriers());
    }
    List<Pair> pairs = pairs(tested, StudyPrediction::networkEv);
    ErrorStatistics errors = ErrorStatistics.of(pairs);
    double[] single =
        results.stream()
            .mapToDouble(r -> training(r).accuracy().sites().maeEv())
            .sorted()
            .toArray();
    return new StudySummaryRow(
        setting(cell),
        new StudySummaryRow.CountColumns(
            results.size(),
            tested.size(),
            (int) tested.stream().map(StudyPrediction::materialId).distinct().count()),
        new StudySummaryRow.ErrorColumns(
            absoluteError(pairs),
            errors.rmseEv(),
            finite(errors.r2()),
            errors.maxErrorEv(),
            single[0],
            single[single.length - 1]),
        barriers.isEmpty() ? ErrorInterval.NONE : absoluteError(barriers),
        new StudySummaryRow.BaselineColumns(
            comparison(tested, StudyPrediction::meanEv),
            comparison(tested, StudyPrediction::espLineEv),
            comparison(tested, StudyPrediction::bridgeRuleEv),
            comparison(tested, StudyPrediction::profileRidgeEv)));
  }

  private static BaselineComparison comparison(
      List<StudyPrediction> tested, Function<StudyPrediction, Double> baseline) {
    return new BaselineComparison(baseline(tested, baseline), difference(tested, baseline));
  }

  private static List<Pair> pairs(
      List<StudyPrediction> predictions, Function<StudyPrediction, Double> value) {
    return predictions.stream()
        .filter(p -> value.apply(p) != null)
        .map(p -> new Pair(p.materialId(), p.labelEv(), value.apply(p)))
        .toList();
  }

  private static Double mae(
      List<StudyPrediction> predictions, Function<StudyPrediction, Double> value) {
    List<Pair> pairs = pairs(predictions, value);
    return pairs.isEmpty() ? null : ErrorStatistics.of(pairs).maeEv();
  }

  private static ErrorInterval baseline(
      List<StudyPrediction> tested, Function<StudyPrediction, Double> value) {
    List<Pair> pairs = pairs(tested, value);
    return pairs.isEmpty() ? ErrorInterval.NONE : absoluteError(pairs);
  }

  private static ErrorInterval absoluteError(List<Pair> pairs) {
    return meanOf(
        pairs.stream().map(Pair::cluster).toList(),
        pairs.stream().mapToDouble(p -> Math.abs(p.prediction() - p.label())).toArray());
  }

  /**
   * Returns the mean difference between the network's and a baseline's absolute errors. The errors
   * are paired by saddle, so that difficulties of both cancel.
   */
  private static ErrorInterval difference(
      List<StudyPrediction> tested, Function<StudyPrediction, Double> value) {
    List<StudyPrediction> both =
        tested.stream().filter(p -> Objects.nonNull(value.apply(p))).toList();
    return both.isEmpty()
        ? ErrorInterval.NONE
        : meanOf(
            both.stream().map(StudyPrediction::materialId).toList(),
            both.stream()
                .mapToDouble(
                    p ->
                        Math.abs(p.networkEv() - p.labelEv())
                            - Math.abs(value.apply(p) - p.labelEv()))
                .toArray());
  }

  private static ErrorInterval meanOf(List<String> clusters, double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    return new ClusteredBootstrap(BOOTSTRAP_SEED)
        .intervalOfMean(clusters, values)
        .map(interval -> new ErrorInterval(mean, interval.low(), interval.high()))
        .orElse(new ErrorInterval(mean, null, null));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
