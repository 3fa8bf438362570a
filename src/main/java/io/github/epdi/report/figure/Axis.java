package io.github.epdi.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis, which maps values to coordinates in a drawing and chooses its ticks.
 *
 * @param from value at the first end
 * @param to value at the last end, above {@code from}
 * @param start coordinate of the first end
 * @param end coordinate of the last end
 */
record Axis(double from, double to, double start, double end) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** Returns the coordinate of a value. */
  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /** Returns round values within the axis, about as many as asked for. */
  List<Double> ticks(int about) {
    double step = step(about);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Returns how many decimals tell the ticks apart. */
  int decimals(int about) {
    double step = step(about);
    int decimals = 0;
    while (decimals < 6 && Math.abs(step - Math.rint(step)) > 1e-6) {
      step *= 10;
      decimals++;
    }
    return decimals;
  }

  private double step(int about) {
    double wanted = (to - from) / about;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double step : STEPS) {
      if (step * power >= wanted * (1 - 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
