package io.github.epdi.training.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredBootstrapTest {
  @Test
  void aMeanOfAbsoluteErrorsIsAMeanAbsoluteError() {
    Random random = new Random(2);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add(new Pair("m" + i % 7, random.nextGaussian(), random.nextGaussian()));
    }
    ClusteredBootstrap bootstrap = new ClusteredBootstrap(1);
    double[] errors =
        pairs.stream().mapToDouble(p -> Math.abs(p.prediction() - p.label())).toArray();
    List<String> clusters = pairs.stream().map(Pair::cluster).toList();
    ClusteredBootstrap.Interval one = bootstrap.intervalOfMean(clusters, errors).orElseThrow();
    ClusteredBootstrap.Interval two =
        bootstrap.interval(pairs, ErrorStatistics::maeEv).orElseThrow();
    assertThat(one.low()).isCloseTo(two.low(), within(1e-12)).isLessThan(one.high());
    assertThat(one.high()).isCloseTo(two.high(), within(1e-12));
    assertThat(bootstrap.intervalOfMean(List.of("a", "a"), new double[] {1, 2})).isEmpty();
  }
}
