package io.github.epdi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Repeats things in turn (A B C A B C ...), so that a slow minute of the machine hits them all. */
final class Rounds {
  /** Runs once and says what it took or found, in any unit. */
  @FunctionalInterface
  interface Run {
    double once() throws IOException;
  }

  private final int rounds;
  private final List<Run> runs = new ArrayList<>();

  Rounds(int rounds) {
    this.rounds = rounds;
  }

  Rounds add(Run run) {
    runs.add(run);
    return this;
  }

  /** The median of each, in the order in which they were added. */
  double[] medians() throws IOException {
    double[][] found = new double[runs.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < runs.size(); i++) {
        found[i][round] = runs.get(i).once();
      }
    }
    double[] medians = new double[runs.size()];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = median(found[i]);
    }
    return medians;
  }

  static double median(double... values) {
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
