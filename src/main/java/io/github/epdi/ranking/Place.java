package io.github.epdi.ranking;

/**
 * The place of a candidate in a ranking.
 *
 * @param candidate the candidate
 * @param rank its rank by the barrier itself, from 1
 * @param odds what draws say of it; null where its barrier or the barrier's spread is not known
 */
public record Place(Candidate candidate, int rank, Odds odds) {
  /**
   * What joint draws of all barriers say of a place.
   *
   * @param amongTop probability of being among the best
   * @param expectedRank mean rank
   * @param lowRank rank that nine draws in ten do not come below
   * @param highRank rank that nine draws in ten do not exceed
   */
  public record Odds(double amongTop, double expectedRank, int lowRank, int highRank) {}
}
