package io.github.epdi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.report.figure.LearningCurves;
import io.github.epdi.suggestion.Replay.Measured;
import io.github.epdi.suggestion.Replay.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/**
 * Labels revealed by the rule of {@code epdi suggest} against random orders, on the 259 labels of
 * the shipped bundle. The table and the figure of jobs/study/README.md are written to
 * target/suggest-replay.md and target/suggest-replay.svg; they are those of 20 seeds
 * (-Depdi.replay.seeds=20), while the build replays two.
 */
class SuggestReplayTest {
  private static final int SEEDS = Integer.getInteger("epdi.replay.seeds", 2);
  private static final List<Integer> ADDED = List.of(0, 8, 16, 24, 32, 48, 64, 96, 128, 300);
  private static final Path TABLE = Path.of("target", "suggest-replay.md");
  private static final Path FIGURE = Path.of("target", "suggest-replay.svg");

  /** Measures of all seeds at each number of labels. */
  private record Curve(Order order, List<List<Measured>> bySeed) {
    SummaryStatistics at(int step, ToDoubleFunction<Measured> what) {
      SummaryStatistics statistics = new SummaryStatistics();
      bySeed.forEach(steps -> statistics.addValue(what.applyAsDouble(steps.get(step))));
      return statistics;
    }
  }

  @Test
  void theRuleIsReplayed() throws IOException {
    List<AffinityPart.Row> rows =
        ModelBundle.read(Path.of("jobs/demo/affinity")).metadata().affinity().rows();
    Map<Order, Curve> curves = new EnumMap<>(Order.class);
    for (Order order : Order.values()) {
      curves.put(
          order,
          new Curve(
              order,
              LongStream.rangeClosed(1, SEEDS)
                  .parallel()
                  .mapToObj(seed -> replay(rows, order, seed))
                  .toList()));
    }
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, table(curves));
    Files.writeString(FIGURE, figure(curves));

    int last = ADDED.size() - 1;
    for (Curve curve : curves.values()) {
      assertThat(curve.at(0, Measured::maeEv).getMean())
          .isEqualTo(curves.get(Order.SUGGESTED).at(0, Measured::maeEv).getMean());
      assertThat(curve.at(last, Measured::maeEv).getMax()).as("all labels").isZero();
      assertThat(curve.at(last, Measured::found).getMin()).isEqualTo(Replay.BEST);
      assertThat(curve.at(4, Measured::maeEv).getMean())
          .isLessThan(curve.at(0, Measured::maeEv).getMean());
    }
  }

  private static List<Measured> replay(List<AffinityPart.Row> rows, Order order, long seed) {
    Replay replay = new Replay(rows, order, seed);
    List<Measured> steps = new ArrayList<>();
    int added = 0;
    for (int target : ADDED) {
      replay.reveal(target - added);
      added = target;
      steps.add(replay.measure());
    }
    return steps;
  }

  private static final List<ToDoubleFunction<Measured>> MEASURES =
      List.of(Measured::maeEv, Measured::spearman, Measured::found);

  private static final List<String> FORMATS = List.of("%.4f", "%.3f", "%.1f");

  /** Two tables: means of each order, and paired differences of the rule less the others. */
  private static List<String> table(Map<Order, Curve> curves) {
    List<String> lines = new ArrayList<>();
    for (int step = 0; step < ADDED.size(); step++) {
      StringBuilder line = new StringBuilder(row(step));
      for (int measure = 0; measure < MEASURES.size(); measure++) {
        for (Curve curve : curves.values()) {
          line.append(" | ");
          line.append(text(curve.at(step, MEASURES.get(measure)), FORMATS.get(measure)));
        }
      }
      lines.add(line.append(" |").toString());
    }
    lines.add("");
    for (int step = 1; step < ADDED.size(); step++) {
      StringBuilder line = new StringBuilder(row(step));
      for (Order other : List.of(Order.RANDOM_MATERIALS, Order.RANDOM_SITES)) {
        for (int measure = 0; measure < MEASURES.size(); measure++) {
          line.append(" | ");
          line.append(
              text(difference(step, curves, other, MEASURES.get(measure)), FORMATS.get(measure)));
        }
      }
      lines.add(line.append(" |").toString());
    }
    return lines;
  }

  private static String row(int step) {
    return "| " + (step == ADDED.size() - 1 ? "all" : ADDED.get(step));
  }

  private static SummaryStatistics difference(
      int step, Map<Order, Curve> curves, Order other, ToDoubleFunction<Measured> what) {
    SummaryStatistics paired = new SummaryStatistics();
    for (int seed = 0; seed < SEEDS; seed++) {
      paired.addValue(
          what.applyAsDouble(curves.get(Order.SUGGESTED).bySeed().get(seed).get(step))
              - what.applyAsDouble(curves.get(other).bySeed().get(seed).get(step)));
    }
    return paired;
  }

  private static String text(SummaryStatistics statistics, String format) {
    return String.format(
        Locale.ROOT, format + " ± " + format, statistics.getMean(), half(statistics));
  }

  /** Half the width of the 95 % interval of a mean over seeds. */
  private static double half(SummaryStatistics statistics) {
    int n = (int) statistics.getN();
    return n < 2
        ? 0
        : new TDistribution(n - 1.0).inverseCumulativeProbability(0.975)
            * statistics.getStandardDeviation()
            / Math.sqrt(n);
  }

  private static String figure(Map<Order, Curve> curves) {
    List<LearningCurves.Line> lines = new ArrayList<>();
    for (Curve curve : curves.values()) {
      List<LearningCurves.Point> points = new ArrayList<>();
      for (int step = 0; ADDED.get(step) <= 128; step++) {
        SummaryStatistics found = curve.at(step, Measured::found);
        SummaryStatistics mae = curve.at(step, Measured::maeEv);
        points.add(
            new LearningCurves.Point(
                ADDED.get(step),
                List.of(mae.getMean(), half(mae)),
                List.of(found.getMean(), half(found))));
      }
      lines.add(
          new LearningCurves.Line(
              curve.order().name().toLowerCase(Locale.ROOT).replace('_', ' '), points));
    }
    return LearningCurves.svg(lines);
  }
}
