package io.github.epdi.training.study;

import io.github.epdi.tables.study.StudyPredictionRow;
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

/** Rows of a study's tables from results of trainings. */
final class StudyStatistics {
  private static final long BOOTSTRAP_SEED = 1;

  private static final List<Function<StudyPrediction, Double>> BASELINES =
      List.of(
          StudyPrediction::meanEv,
          StudyPrediction::espLineEv,
          StudyPrediction::bridgeRuleEv,
          StudyPrediction::profileRidgeEv);

  private StudyStatistics() {}

  /** A number with its interval, each null where there is none. */
  private record Estimate(Double value, Double low, Double high) {
    static final Estimate NONE = new Estimate(null, null, null);
  }

  static StudyTrainingRow training(StudyResult result) {
    StudyCell cell = result.cell();
    List<StudyPrediction> tested =
        result.predictions().stream().filter(StudyPrediction::isTestedSaddle).toList();
    List<StudyPrediction> trained =
        result.predictions().stream().filter(p -> p.part().equals(Part.TRAINING.label())).toList();
    ErrorStatistics errors = ErrorStatistics.of(pairs(tested, StudyPrediction::networkEv));
    return new StudyTrainingRow(
        cell.id(),
        cell.architecture().id(),
        cell.start(),
        cell.encoding().label(),
        cell.pixels(),
        cell.target().label(),
        cell.split().label(),
        cell.saddleFraction(),
        cell.fold(),
        cell.seed(),
        trained.size(),
        tested.size(),
        errors.maeEv(),
        errors.rmseEv(),
        finite(errors.r2()),
        errors.maxErrorEv(),
        ErrorStatistics.of(pairs(trained, StudyPrediction::networkEv)).maeEv(),
        result.barriers().size(),
        result.barriers().isEmpty() ? null : ErrorStatistics.of(result.barriers()).maeEv(),
        mae(tested, BASELINES.get(0)),
        mae(tested, BASELINES.get(1)),
        mae(tested, BASELINES.get(2)),
        mae(tested, BASELINES.get(3)),
        result.history().size(),
        result.bestEpoch(),
        result.seconds(),
        result.imagesPerSecond(),
        result.settings().path("labels_sha256").asText(),
        result.settings().path("start_sha256").textValue(),
        result.settings().toString());
  }

  static List<StudyPredictionRow> predictions(StudyResult result) {
    return result.predictions().stream()
        .map(
            p ->
                new StudyPredictionRow(
                    result.cell().id(),
                    p.materialId(),
                    p.siteId(),
                    p.kind(),
                    p.part(),
                    p.labelEv(),
                    p.networkEv(),
                    p.meanEv(),
                    p.espLineEv(),
                    p.bridgeRuleEv(),
                    p.profileRidgeEv()))
        .toList();
  }

  /** Trainings that differ in seed and fold alone, pooled. */
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
    Estimate mae = absoluteError(pairs);
    double[] single = results.stream().mapToDouble(r -> training(r).maeEv()).sorted().toArray();
    Estimate barrier = barriers.isEmpty() ? Estimate.NONE : absoluteError(barriers);
    List<Estimate> base = BASELINES.stream().map(b -> baseline(tested, b)).toList();
    List<Estimate> less = BASELINES.stream().map(b -> difference(tested, b)).toList();
    return new StudySummaryRow(
        cell.architecture().id(),
        cell.start(),
        cell.encoding().label(),
        cell.pixels(),
        cell.target().label(),
        cell.split().label(),
        cell.saddleFraction(),
        results.size(),
        tested.size(),
        (int) tested.stream().map(StudyPrediction::materialId).distinct().count(),
        mae.value(),
        mae.low(),
        mae.high(),
        errors.rmseEv(),
        finite(errors.r2()),
        errors.maxErrorEv(),
        single[0],
        single[single.length - 1],
        barrier.value(),
        barrier.low(),
        barrier.high(),
        base.get(0).value(),
        base.get(0).low(),
        base.get(0).high(),
        less.get(0).value(),
        less.get(0).low(),
        less.get(0).high(),
        base.get(1).value(),
        base.get(1).low(),
        base.get(1).high(),
        less.get(1).value(),
        less.get(1).low(),
        less.get(1).high(),
        base.get(2).value(),
        base.get(2).low(),
        base.get(2).high(),
        less.get(2).value(),
        less.get(2).low(),
        less.get(2).high(),
        base.get(3).value(),
        base.get(3).low(),
        base.get(3).high(),
        less.get(3).value(),
        less.get(3).low(),
        less.get(3).high());
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

  private static Estimate baseline(
      List<StudyPrediction> tested, Function<StudyPrediction, Double> value) {
    List<Pair> pairs = pairs(tested, value);
    return pairs.isEmpty() ? Estimate.NONE : absoluteError(pairs);
  }

  private static Estimate absoluteError(List<Pair> pairs) {
    return meanOf(
        pairs.stream().map(Pair::cluster).toList(),
        pairs.stream().mapToDouble(p -> Math.abs(p.prediction() - p.label())).toArray());
  }

  /** Paired: both errors of the same saddle, so that what is hard for both cancels. */
  private static Estimate difference(
      List<StudyPrediction> tested, Function<StudyPrediction, Double> value) {
    List<StudyPrediction> both =
        tested.stream().filter(p -> Objects.nonNull(value.apply(p))).toList();
    return both.isEmpty()
        ? Estimate.NONE
        : meanOf(
            both.stream().map(StudyPrediction::materialId).toList(),
            both.stream()
                .mapToDouble(
                    p ->
                        Math.abs(p.networkEv() - p.labelEv())
                            - Math.abs(value.apply(p) - p.labelEv()))
                .toArray());
  }

  private static Estimate meanOf(List<String> clusters, double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    return new ClusteredBootstrap(BOOTSTRAP_SEED)
        .intervalOfMean(clusters, values)
        .map(interval -> new Estimate(mean, interval.low(), interval.high()))
        .orElse(new Estimate(mean, null, null));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
