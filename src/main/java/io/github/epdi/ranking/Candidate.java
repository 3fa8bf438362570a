package io.github.epdi.ranking;

import java.util.Comparator;

/**
 * One side of a material that is ranked by its barrier.
 *
 * @param materialId the material
 * @param side its side
 * @param barrierEv the barrier, eV; null where lithium cannot travel so, which ranks last
 * @param spreadEv standard deviation of the barrier's error, eV; null where it is not known
 */
public record Candidate(String materialId, String side, Double barrierEv, Double spreadEv) {
  /** Half the width of an 80 % interval of a normal distribution, in standard deviations. */
  private static final double HALF_OF_80_PERCENT = 1.2815515655446004;

  /** The order in which draws visit candidates, whatever order they were given in. */
  static final Comparator<Candidate> BY_NAME =
      Comparator.comparing(Candidate::materialId).thenComparing(Candidate::side);

  /**
   * Makes a candidate whose barrier has an 80 % interval.
   *
   * @param highEv upper end of the interval, eV, which no barrier's floor at 0 cuts; null where
   *     there is no interval
   */
  public static Candidate of(String materialId, String side, Double barrierEv, Double highEv) {
    return new Candidate(
        materialId,
        side,
        barrierEv,
        barrierEv == null || highEv == null ? null : (highEv - barrierEv) / HALF_OF_80_PERCENT);
  }

  /** Returns the upper end of the barrier's 80 % interval in eV, or null where there is none. */
  public Double highEv() {
    return barrierEv == null || spreadEv == null
        ? null
        : Double.valueOf(barrierEv + HALF_OF_80_PERCENT * spreadEv);
  }
}
