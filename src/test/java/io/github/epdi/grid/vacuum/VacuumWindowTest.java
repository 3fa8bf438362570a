package io.github.epdi.grid.vacuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.TestSlabs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VacuumWindowTest {
  private static final TestSlabs SLAB = TestSlabs.twoH(Element.Mo, Element.S);

  @Test
  void samplesRunFromBeyondTheMiddleToThreeAngstromBeforeIt() {
    // c = 17.12, top S at 8.56 + 1.56 = 10.12, gap 14, middle 17.12 = plane 0 of 1712.
    int[] planes = VacuumWindow.samples(SLAB.slab(), Side.TOP, 1712);
    assertThat(planes).containsExactly(50, 0, 1662, 1612, 1562, 1512, 1462, 1412);
    int[] bottom = VacuumWindow.samples(SLAB.slab(), Side.BOTTOM, 1712);
    assertThat(bottom).containsExactly(1662, 0, 50, 100, 150, 200, 250, 300);
  }

  @Test
  void samplesStayTwoAndAHalfAngstromFromTheAtoms() {
    Slab slab = SLAB.vacuum(7).slab();
    double step = slab.structure().lattice().heightAngstrom() / 1012;
    int[] planes = VacuumWindow.samples(slab, Side.TOP, 1012);
    double outermost = slab.outermostAngstrom(Side.TOP);
    assertThat(planes).hasSize(4);
    assertThat(planes[planes.length - 1] * step - outermost).isCloseTo(2.5, within(step));
  }

  @ParameterizedTest
  @ValueSource(doubles = {6.0, 6.000001, 6.4})
  void theSmallestGapHoldsThreeSamples(double gap) {
    assertThat(VacuumWindow.samples(SLAB.vacuum(gap).slab(), Side.TOP, 100)).hasSize(3);
  }

  @Test
  void wrappedSlabsHaveTheSameSamplesElsewhere() {
    int[] straight = VacuumWindow.samples(SLAB.slab(), Side.TOP, 1712);
    int[] wrapped = VacuumWindow.samples(SLAB.shifted(0, 0, 0.5).slab(), Side.TOP, 1712);
    for (int i = 0; i < straight.length; i++) {
      assertThat(wrapped[i]).isEqualTo((straight[i] + 856) % 1712);
    }
  }

  @Test
  void theFlattestWindowWinsAndTiesGoToTheMiddle() {
    VacuumLevel level = VacuumWindow.level(new double[] {1, 2, 3, 3.5, 4, 9});
    assertThat(level.levelEv()).isEqualTo(3.5);
    assertThat(level.flatnessEv()).isEqualTo(1);
    assertThat(VacuumWindow.level(new double[] {5, 6, 5, 1, 2, 1}).levelEv()).isEqualTo(16 / 3.0);
  }

  @Test
  void ofTwoEquallyNearPlanesTheOneNearerToTheSlabIsTaken() {
    Slab slab = SLAB.slab();
    double step = slab.structure().lattice().heightAngstrom() / 16;
    assertThat(VacuumWindow.plane(slab, Side.TOP, 10.5 * step, 16)).isEqualTo(10);
    assertThat(VacuumWindow.plane(slab, Side.BOTTOM, -2.5 * step, 16)).isEqualTo(3);
    assertThat(VacuumWindow.plane(slab, Side.TOP, 10.51 * step, 16)).isEqualTo(11);
  }
}
