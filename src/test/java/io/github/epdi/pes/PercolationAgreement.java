package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares two answers to where lithium percolates. */
final class PercolationAgreement {
  private static final double TOLERANCE_EV = 1e-6;

  private PercolationAgreement() {}

  static void assertAgree(PercolationBarriers found, PercolationBarriers expected, String what) {
    assertClose(found.percolation1dEv(), expected.percolation1dEv(), what + ", 1D");
    assertClose(found.percolation2dEv(), expected.percolation2dEv(), what + ", 2D");
    assertClose(
        found.percolation1dAboveLowestEv(),
        expected.percolation1dAboveLowestEv(),
        what + ", 1D above lowest");
    assertClose(
        found.percolation2dAboveLowestEv(),
        expected.percolation2dAboveLowestEv(),
        what + ", 2D above lowest");
  }

  private static void assertClose(Double found, Double expected, String what) {
    if (expected == null) {
      assertThat(found).as(what).isNull();
    } else {
      assertThat(found).as(what).isCloseTo(expected, within(TOLERANCE_EV));
    }
  }
}
