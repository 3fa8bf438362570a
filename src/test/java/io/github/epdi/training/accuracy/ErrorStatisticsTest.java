package io.github.epdi.training.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.training.accuracy.ClusteredBootstrap.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorStatisticsTest {
  @Test
  void asByHand() {
    List<Pair> pairs =
        List.of(
            new Pair("a", 1, 1.5), new Pair("a", 2, 2), new Pair("b", 4, 3), new Pair("b", 5, 5));
    ErrorStatistics statistics = ErrorStatistics.of(pairs);
    assertThat(statistics.count()).isEqualTo(4);
    assertThat(statistics.maeEv()).isCloseTo(0.375, within(1e-12));
    assertThat(statistics.rmseEv()).isCloseTo(Math.sqrt(1.25 / 4), within(1e-12));
    assertThat(statistics.r2()).isCloseTo(1 - 1.25 / 10, within(1e-12));
    assertThat(statistics.maxErrorEv()).isCloseTo(1, within(1e-12));
  }

  @Test
  void equalLabelsHaveNoR2() {
    assertThat(ErrorStatistics.of(List.of(new Pair("a", 2, 1), new Pair("b", 2, 3))).r2()).isNaN();
  }

  @Test
  void oneMaterialHasNoInterval() {
    List<Pair> pairs = List.of(new Pair("a", 1, 1.5), new Pair("a", 2, 2.9));
    assertThat(new ClusteredBootstrap(1).interval(pairs, ErrorStatistics::maeEv)).isEmpty();
  }

  /** Materials whose sites all have the same error: the spread is that of the materials' mean. */
  @Test
  void intervalIsThatOfTheMaterials() {
    Random random = new Random(5);
    List<Pair> pairs = new ArrayList<>();
    double sum = 0;
    double squares = 0;
    int materials = 100;
    for (int m = 0; m < materials; m++) {
      double error = random.nextDouble();
      sum += error;
      squares += error * error;
      for (int site = 0; site < 13; site++) {
        pairs.add(new Pair("m" + m, site, site + error));
      }
    }
    double mean = sum / materials;
    double deviation = Math.sqrt((squares / materials - mean * mean) / materials);
    Interval interval =
        new ClusteredBootstrap(1).interval(pairs, ErrorStatistics::maeEv).orElseThrow();
    assertThat(interval.low()).isCloseTo(mean - 1.96 * deviation, within(0.15 * deviation + 1e-3));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * deviation, within(0.15 * deviation + 1e-3));
    assertThat(new ClusteredBootstrap(1).interval(pairs, ErrorStatistics::maeEv))
        .contains(interval);
  }
}
