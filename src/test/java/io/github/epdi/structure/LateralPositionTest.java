package io.github.epdi.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LateralPositionTest {
  private static final double[][] CELL = {{0, 4, 0}, {-3, 1, 0}, {0, 0, 20}};

  private static void assertPlace(double[][] cell, Side side, double x, double y) {
    LateralPosition place = LateralPosition.of(Lattice.of(cell), side, 0.25, 0.5);
    assertThat(place.xAngstrom()).isCloseTo(x, within(1e-12));
    assertThat(place.yAngstrom()).isCloseTo(y, within(1e-12));
  }

  @Test
  void xIsAlongAAndYTurnsWithTheSidesNormal() {
    // 0.25 a + 0.5 b = 1.5 along a and 1.5 along -x, which is z x a.
    assertPlace(CELL, Side.TOP, 1.5, 1.5);
    assertPlace(CELL, Side.BOTTOM, 1.5, -1.5);
  }

  @Test
  void inALeftHandedCellTopIsStillAlongC() {
    double[][] leftHanded = {CELL[0], CELL[1], {0, 0, -20}};
    assertPlace(leftHanded, Side.TOP, 1.5, -1.5);
    assertPlace(leftHanded, Side.BOTTOM, 1.5, 1.5);
  }

  @Test
  void aTiltedCDoesNotMatter() {
    assertPlace(new double[][] {CELL[0], CELL[1], {5, 2, 20}}, Side.TOP, 1.5, 1.5);
  }
}
