package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.vacuum.VacuumWindow;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dipole steps in the vacuum, wherever they are: 14 Angstrom of it, planes 0.18 Angstrom apart. */
class VacuumStepTest extends GridFixture {
  private static final double STEP_EV = 0.8;
  private static final TestGrids FINE = TestGrids.of(SLAB.structure(), 6, 6, 96);
  private static final double HEIGHT = SLAB.structure().lattice().heightAngstrom();

  /**
   * The upper side lies higher, up to a step in the vacuum.
   *
   * @param beyondTop where the step is, Angstrom beyond the upper side's atoms
   * @param width over which it rises or falls
   */
  private static TestGrids stepped(TestGrids grids, double beyondTop, double width, double ev) {
    double top = SLAB.slab().outermostAngstrom(Side.TOP);
    return grids.plus(
        (a, b, c) -> {
          double fromMiddle = (c - 0.5) - Math.floor(c - 0.5);
          double beyond = fromMiddle * HEIGHT + HEIGHT / 2 - top;
          double part = (beyondTop + width / 2 - beyond) / width;
          return ev * Math.max(0, Math.min(1, part));
        });
  }

  private static double level(Found reading, Side side) {
    return reading.vacuum().get(side).levelEv();
  }

  @ParameterizedTest
  @CsvSource({
    "3.9, 0.1",
    "4.2, 0.4",
    "5.0, 0.1",
    "5.6, 1.0",
    "6.4, 0.1",
    "7.0, 0.1",
    "7.0, 2.0",
    "7.3, 0.1",
    "8.0, 0.1",
    "9.1, 0.5",
    "10.0, 0.1"
  })
  void eachSideHasItsOwnLevel(double beyondTop, double width) {
    for (double ev : new double[] {STEP_EV, -STEP_EV, 0.3, 3}) {
      Found found = read(stepped(FINE, beyondTop, width, ev).cube());
      assertThat(found.reject()).isNull();
      assertThat(level(found, Side.TOP)).isCloseTo(FINE.planeMean(0) + ev, within(0.02));
      assertThat(level(found, Side.BOTTOM)).isCloseTo(FINE.planeMean(0), within(0.02));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.2, 2.6, 2.9, 3.2, 3.5, 10.5, 10.8, 11.2, 11.5, 11.8})
  void aStepNearASurfaceIsNoLevelOfThatSide(double beyondTop) {
    for (double ev : new double[] {STEP_EV, -STEP_EV, 0.4, 3}) {
      Found found = read(stepped(FINE, beyondTop, 0.1, ev).cube());
      if (found.reject() == null) {
        assertThat(level(found, Side.TOP) - level(found, Side.BOTTOM))
            .as("%s eV at %s", ev, beyondTop)
            .isCloseTo(ev, within(0.05));
      } else {
        assertThat(found.reject().code()).isEqualTo(RejectCode.VACUUM_NOT_FLAT);
        assertThat(found.reject().message()).contains(beyondTop < 7 ? "side top" : "side bottom");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.9, 10.9})
  void withoutAnAngstromOfFlatVacuumItIsNotFlat(double beyondTop) {
    Found found = read(stepped(FINE, beyondTop, 0.1, STEP_EV).cube());
    assertThat(found.reject().code()).isEqualTo(RejectCode.VACUUM_NOT_FLAT);
    assertThat(found.reject().message()).contains("a step").contains("beyond the outermost atoms");
  }

  @Test
  void planesAloneTellTheSame() {
    PotentialConventions allowed =
        conventions(null, PotentialSign.AUTO, XcDeclaration.CHECK_AND_ALLOW);
    PotentialConventions declared = conventions(null, PotentialSign.AUTO, XcDeclaration.INCLUDED);
    for (double beyondTop : new double[] {2.9, 4.2, 7, 9.9, 11.1}) {
      String text = stepped(FINE, beyondTop, 0.1, STEP_EV).locpot();
      Found whole = read(text, declaring(allowed));
      Found planes = read(text, declaring(declared));
      assertThat(planes.reject()).isEqualTo(whole.reject());
      assertThat(planes.vacuum()).isEqualTo(whole.vacuum());
    }
    assertThat(read(FINE.locpot(), declaring(declared)).readMode()).isEqualTo("planes");
  }

  @Test
  void anElectrostaticPotentialHasItsStepsToo() {
    Found found = read(stepped(FINE, 4.2, 0.1, STEP_EV).times(-1).cube());
    assertThat(found.reject()).isNull();
    assertThat(level(found, Side.TOP) - level(found, Side.BOTTOM)).isCloseTo(STEP_EV, within(0.02));
  }

  @Test
  void aSmoothVacuumHasTheLevelItAlwaysHad() {
    for (int nz : new int[] {36, 48, 96, 192}) {
      TestGrids grids = TestGrids.of(SLAB.structure(), 6, 6, nz);
      Found found = read(grids.cube());
      for (Side side : Side.values()) {
        int[] samples = VacuumWindow.samples(SLAB.slab(), side, nz);
        double[] averages = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
          averages[i] = grids.planeMean(samples[i]);
        }
        assertThat(level(found, side))
            .isCloseTo(VacuumWindow.level(averages).levelEv(), within(1e-9));
      }
      assertThat(found.flags()).doesNotContain("vacuum_step");
    }
  }

  @Test
  void aCoarseGridSamplesNoPlaneTwice() {
    // Planes 1.43 Angstrom apart: one step of 0.9 eV lies between two neighbours.
    TestGrids coarse = TestGrids.of(SLAB.structure(), 6, 6, 12);
    assertThat(read(coarse.cube()).reject()).isNull();
    for (double beyondTop = 3; beyondTop < 11; beyondTop += 0.3) {
      Found found = read(stepped(coarse, beyondTop, 0.1, 0.9).cube());
      if (found.reject() == null) {
        assertThat(level(found, Side.TOP) - level(found, Side.BOTTOM))
            .as("step at %s", beyondTop)
            .isCloseTo(0.9, within(0.05));
      } else {
        assertThat(found.reject().code()).isEqualTo(RejectCode.VACUUM_NOT_FLAT);
      }
    }
    TestSlabs narrow = SLAB.vacuum(6.2);
    Found few = read(TestGrids.of(narrow.structure(), 6, 6, 7).cube());
    assertThat(few.reject().code()).isEqualTo(RejectCode.VACUUM_NOT_FLAT);
    assertThat(few.reject().message()).contains("at least three grid planes");
  }

  @Test
  void fieldsAcrossTheVacuumAreNoLevel() {
    // 1.2 eV over 14 Angstrom: 0.086 eV in a window, as of a slab without a dipole correction.
    TestGrids sloping = FINE.plus((a, b, c) -> 1.5 * (c - 0.5));
    assertThat(code(sloping.cube())).isEqualTo(RejectCode.VACUUM_NOT_FLAT);
  }
}
