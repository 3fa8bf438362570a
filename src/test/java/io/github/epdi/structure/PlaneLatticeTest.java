package io.github.epdi.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PlaneLatticeTest {
  /** Rounding makes the angle of hexagonal cells a little more or less than it is. */
  @Property(tries = 2000)
  void hexagonalCellsAreReducedInAFewSteps(
      @ForAll @DoubleRange(min = 2, max = 40) double length,
      @ForAll @IntRange(min = -8, max = 8) int units,
      @ForAll @IntRange(min = -3, max = 3) int multiple) {
    double[] p = {length, 0};
    double cosine = 0.5 + units * Math.ulp(0.5);
    double[] q = {length * cosine + multiple * length, length * Math.sqrt(0.75)};
    PlaneLattice found = PlaneLattice.of(p, q).reduced();
    double area = length * length * Math.sqrt(0.75);
    assertThat(found.area()).isCloseTo(area, within(1e-9 * area));
    assertThat(found.spacingU()).isCloseTo(length * Math.sqrt(0.75), within(1e-9 * length));
    assertThat(found.spacingV()).isCloseTo(length * Math.sqrt(0.75), within(1e-9 * length));
  }

  @Property(tries = 2000)
  void anyTwoVectorsAreReducedToShortOnes(
      @ForAll @DoubleRange(min = 0.1, max = 50) double a,
      @ForAll @DoubleRange(min = -500, max = 500) double bx,
      @ForAll @DoubleRange(min = 0.1, max = 50) double by) {
    PlaneLattice found = PlaneLattice.of(new double[] {a, 0}, new double[] {bx, by}).reduced();
    double area = a * by;
    assertThat(found.area()).isCloseTo(area, within(1e-9 * (area + Math.abs(a * bx))));
    double shortest = area / Math.max(found.spacingU(), found.spacingV());
    assertThat(shortest).isLessThanOrEqualTo(Math.sqrt(area / Math.sqrt(0.75)) * (1 + 1e-9));
  }
}
