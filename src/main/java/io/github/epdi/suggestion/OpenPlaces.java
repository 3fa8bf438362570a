package io.github.epdi.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.special.Erf;

/**
 * How open the best k places of a ranking are, and how much of that a value would settle. Errors of
 * different materials are taken to be independent and normal.
 *
 * <p>The measure is the sum over materials of p(1 - p), where p is the probability of being among
 * the best k. It equals the expected number of the best k that would be others if all errors were
 * drawn anew. It is estimated from pairs of draws that agree on what is known. A material whose
 * value is asked about is integrated over, not drawn, so that its gain is smooth.
 */
final class OpenPlaces {
  private static final int DRAWS = 1000;
  private static final long SEED = 1;

  /** Points at which what one energy tells of a barrier is integrated over. */
  private static final int POINTS = 8;

  /** Beyond so many standard deviations a material is in or out for certain. */
  private static final double CERTAIN = 4.5;

  private final List<Barrier> barriers;
  private final int best;
  private final double[] settled;
  private final int[] drawn;
  private final double[][] common;
  private final double[][][] own;
  private final World[][] worlds = new World[DRAWS][2];
  private final double[] points = new double[POINTS];

  /**
   * Draws a ranking.
   *
   * @param best number of places k, less than the number of barriers
   */
  OpenPlaces(List<Barrier> barriers, int best) {
    if (best < 1 || best >= barriers.size()) {
      throw new IllegalArgumentException(
          "Cannot rank: expected 1 to " + (barriers.size() - 1) + " places, found " + best);
    }
    this.barriers = List.copyOf(barriers);
    this.best = best;
    this.settled = new double[barriers.size()];
    this.drawn = undecided();
    Random random = new Random(SEED);
    this.common = gaussians(random);
    this.own = new double[][][] {gaussians(random), gaussians(random)};
    for (int q = 0; q < POINTS; q++) {
      points[q] = -Math.sqrt(2) * Erf.erfcInv(2 * (q + 0.5) / POINTS);
    }
    for (int draw = 0; draw < DRAWS; draw++) {
      draw(draw);
    }
  }

  /** Returns the materials that could be among the best k + 1, in their order. */
  private int[] undecided() {
    double[] most =
        barriers.stream().mapToDouble(b -> b.ev() + CERTAIN * b.sdEv()).sorted().toArray();
    double limit = most[best];
    int[] found = new int[barriers.size()];
    int n = 0;
    for (int i = 0; i < found.length; i++) {
      if (barriers.get(i).ev() - CERTAIN * barriers.get(i).sdEv() <= limit) {
        found[n++] = i;
      }
    }
    return Arrays.copyOf(found, n);
  }

  private double[][] gaussians(Random random) {
    double[][] values = new double[DRAWS][drawn.length];
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return values;
  }

  private void draw(int draw) {
    for (int w = 0; w < 2; w++) {
      double[] ev = new double[barriers.size()];
      Arrays.fill(ev, Double.POSITIVE_INFINITY);
      for (int n = 0; n < drawn.length; n++) {
        int i = drawn[n];
        double share = settled[i];
        double z = Math.sqrt(share) * common[draw][n] + Math.sqrt(1 - share) * own[w][draw][n];
        ev[i] = barriers.get(i).ev() + barriers.get(i).sdEv() * z;
      }
      worlds[draw][w] = new World(ev, drawn, best);
    }
  }

  /** Returns the expected number of the best k that would change if what is unknown were drawn. */
  double open() {
    double same = 0;
    for (World[] pair : worlds) {
      same += pair[0].shared(pair[1]);
    }
    return best - same / DRAWS;
  }

  /** Returns the probability that a material is among the best k. */
  double probability(int i) {
    int count = 0;
    for (World[] pair : worlds) {
      for (World world : pair) {
        count += world.holds(i) ? 1 : 0;
      }
    }
    return count / (2.0 * DRAWS);
  }

  /** Returns the share of the variance of a material's barrier that is settled. */
  double settled(int i) {
    return settled[i];
  }

  /** Marks a share of the variance of a material's barrier as settled. */
  void settle(int i, double share) {
    settled[i] = Math.min(1, share);
    for (int draw = 0; draw < DRAWS; draw++) {
      draw(draw);
    }
  }

  /** Returns how many places would stay open if a share of a material's variance were settled. */
  private double openIf(int i, double share) {
    double same = 0;
    for (World[] pair : worlds) {
      double[] in = inside(i, share, pair[0].thresholdEv(i), pair[1].thresholdEv(i));
      same += pair[0].shared(pair[1], i, in[0], in[1], in[2]);
    }
    return best - same / DRAWS;
  }

  /** Returns how many open places are closed if a share of a material's variance is settled. */
  double gain(int i, double share) {
    return openIf(i, settled[i]) - openIf(i, Math.min(1, share));
  }

  /**
   * Returns the probabilities that a material's barrier is below the first, the second, and both
   * thresholds.
   */
  private double[] inside(int i, double share, double t1, double t2) {
    double mean = barriers.get(i).ev();
    double sd = Math.max(barriers.get(i).sdEv(), 1e-9);
    double a = (t1 - mean) / sd;
    double b = (t2 - mean) / sd;
    double first = below(a);
    double second = below(b);
    double both;
    if (share >= 1) {
      both = Math.min(first, second);
    } else if (share <= 0) {
      both = first * second;
    } else {
      double rest = Math.sqrt(1 - share);
      both = 0;
      for (double z : points) {
        double known = Math.sqrt(share) * z;
        both += below((a - known) / rest) * below((b - known) / rest) / POINTS;
      }
    }
    return new double[] {first, second, Math.min(both, Math.min(first, second))};
  }

  private static double below(double z) {
    return z > 8 ? 1 : z < -8 ? 0 : 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }
}
