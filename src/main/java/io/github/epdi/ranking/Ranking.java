package io.github.epdi.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Ranks candidates by their barriers, the lowest first, and counts over joint draws of all barriers
 * how sure each place is. Errors of different materials are independent: what a model gets wrong on
 * one slab alone is drawn for each. Both sides of a slab are drawn apart. A drawn barrier below 0
 * is 0. A barrier without a spread is drawn as it is. The draws have a fixed seed and visit
 * candidates by name, so the same candidates always get the same places.
 */
public final class Ranking {
  private static final long SEED = 1;
  private static final int MOST_DRAWS = 2000;
  private static final int FEWEST_DRAWS = 200;

  /** Drawn barriers in all, so that fifty thousand materials take seconds. */
  private static final long BUDGET = 20_000_000;

  /** Shares of the draws between which a rank lies in 80 % of them. */
  private static final double TAIL = 0.1;

  private final List<Candidate> candidates;
  private final int top;
  private final int[][] ranks;

  private Ranking(List<Candidate> candidates, int top) {
    this.candidates = candidates;
    this.top = top;
    int draws =
        (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, BUDGET / Math.max(1, candidates.size())));
    this.ranks = new int[candidates.size()][draws];
  }

  /**
   * Ranks candidates.
   *
   * @param top how many count as the best
   * @return a place for each candidate, by rank
   */
  public static List<Place> of(List<Candidate> candidates, int top) {
    if (top < 1) {
      throw new IllegalArgumentException("Cannot rank: expected a top of 1 or more, found " + top);
    }
    Ranking ranking = new Ranking(candidates.stream().sorted(Candidate.BY_NAME).toList(), top);
    if (candidates.stream().anyMatch(candidate -> candidate.spreadEv() != null)) {
      ranking.draw(); // otherwise no place has odds
    }
    return ranking.places();
  }

  private void draw() {
    RandomGenerator random = new SplittableRandom(SEED);
    int n = candidates.size();
    double[] drawn = new double[n];
    long[] order = new long[n];
    for (int d = 0; n > 0 && d < ranks[0].length; d++) {
      for (int i = 0; i < n; i++) {
        drawn[i] = draw(candidates.get(i), random);
        // Barriers are not negative, so that their bits ascend as they do; 24 bits name one.
        order[i] = (Double.doubleToLongBits(drawn[i]) & ~0xFFFFFFL) | i;
      }
      Arrays.sort(order);
      for (int r = 0; r < n; r++) {
        ranks[(int) (order[r] & 0xFFFFFFL)][d] = r + 1;
      }
    }
  }

  private static double draw(Candidate candidate, RandomGenerator random) {
    double normal = random.nextGaussian();
    if (candidate.barrierEv() == null) {
      return Double.POSITIVE_INFINITY;
    }
    double spread = candidate.spreadEv() == null ? 0 : candidate.spreadEv();
    return Math.max(0, candidate.barrierEv() + spread * normal);
  }

  private List<Place> places() {
    List<Integer> byBarrier = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      byBarrier.add(i);
    }
    byBarrier.sort(
        Comparator.comparing(
            i -> candidates.get(i).barrierEv(), Comparator.nullsLast(Comparator.naturalOrder())));
    List<Place> places = new ArrayList<>();
    for (int r = 0; r < byBarrier.size(); r++) {
      int i = byBarrier.get(r);
      Candidate candidate = candidates.get(i);
      boolean known = candidate.barrierEv() != null && candidate.spreadEv() != null;
      places.add(new Place(candidate, r + 1, known ? odds(ranks[i]) : null));
    }
    return places;
  }

  private Place.Odds odds(int[] drawn) {
    int[] sorted = drawn.clone();
    Arrays.sort(sorted);
    long among = Arrays.stream(sorted).filter(rank -> rank <= top).count();
    int low = (int) Math.floor(TAIL * (sorted.length - 1));
    return new Place.Odds(
        (double) among / sorted.length,
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[low],
        sorted[sorted.length - 1 - low]);
  }
}
