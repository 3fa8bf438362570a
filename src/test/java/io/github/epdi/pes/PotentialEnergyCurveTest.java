package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.DiffusionPath;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PotentialEnergyCurveTest {
  private static final double[] POSITIONS = {0, 0.9, 1.8, 2.7, 3.6};

  private static PotentialEnergyCurve curve(double... energies) {
    return new PotentialEnergyCurve(POSITIONS, energies);
  }

  @Test
  void barriersOfAWorkedExample() {
    PotentialEnergyCurve curve = curve(-2.00, -1.75, -1.85, -1.70, -1.95);
    assertThat(curve.highestEv()).isEqualTo(-1.70);
    assertThat(curve.forwardBarrierEv()).isCloseTo(0.30, within(1e-12));
    assertThat(curve.reverseBarrierEv()).isCloseTo(0.25, within(1e-12));
    assertThat(curve.reactionEnergyEv()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void anEndMayBeTheHighestPoint() {
    PotentialEnergyCurve curve = curve(-1.0, -1.2, -1.4, -1.3, -1.5);
    assertThat(curve.forwardBarrierEv()).isZero();
    assertThat(curve.reverseBarrierEv()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void itTakesTheSitesOfAPath() {
    DiffusionPath path = new DiffusionPath(0, 1, 2, 0, 0, List.of(0.0, 1.0, 2.0, 3.0, 4.0), 6);
    SurfaceEnergies energies =
        new SurfaceEnergies(new double[] {-5, -4}, new double[] {-3}, new double[] {-2, -1, -0.5});
    assertThat(PotentialEnergyCurve.along(path, energies).energiesEv())
        .containsExactly(-4, -0.5, -3, -2, -5);
  }

  @Test
  void betweenPointsItIsTheCubicWithFlatEnds() {
    PotentialEnergyCurve curve = curve(0, 1, 0, 0, 0);
    assertThat(curve.energyEv(0.45)).isCloseTo(0.5, within(1e-12));
    // t = 1/4: 3 / 16 - 2 / 64
    assertThat(curve.energyEv(0.225)).isCloseTo(0.15625, within(1e-12));
    for (double at : POSITIONS) {
      double h = 1e-5;
      double from = curve.energyEv(Math.max(0, at - h));
      double to = curve.energyEv(Math.min(3.6, at + h));
      assertThat(Math.abs(to - from) / h).isLessThan(1e-4);
    }
  }

  @Test
  void samplesReachBothEnds() {
    double[][] samples = curve(-2, -1, -1.5, -1, -1.8).samples(7);
    assertThat(samples).hasDimensions(7, 2);
    assertThat(samples[0]).containsExactly(0, -2);
    assertThat(samples[6]).containsExactly(3.6, -1.8);
    assertThat(samples[3][0]).isCloseTo(1.8, within(1e-12));
    assertThat(samples[3][1]).isCloseTo(-1.5, within(1e-12));
  }

  @Test
  void outsideOfThePathThereIsNoEnergy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(0, 0, 0, 0, 0).energyEv(3.7))
        .withMessage(
            "Cannot find an energy along the path: expected a position from 0.0 to 3.6 Angstrom,"
                + " found 3.7");
  }

  @Test
  void positionsMustAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PotentialEnergyCurve(new double[] {0, 1, 1, 2, 3}, new double[5]))
        .withMessage(
            "Cannot make a curve: expected ascending positions, found [0.0, 1.0, 1.0, 2.0, 3.0]");
  }

  @Test
  void fivePointsAreNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(0, 1, 2))
        .withMessage("Cannot make a curve: expected 5 positions and 5 energies, found 5 and 3");
  }

  @Provide
  Arbitrary<double[]> fiveEnergies() {
    return Arbitraries.doubles().between(-6, 6).array(double[].class).ofSize(5);
  }

  @Property
  void forwardMinusReverseIsTheReactionEnergy(@ForAll("fiveEnergies") double[] energies) {
    PotentialEnergyCurve curve = curve(energies);
    assertThat(curve.forwardBarrierEv() - curve.reverseBarrierEv())
        .isCloseTo(curve.reactionEnergyEv(), within(1e-12));
    assertThat(curve.forwardBarrierEv()).isNotNegative();
    assertThat(curve.reverseBarrierEv()).isNotNegative();
  }

  @Property
  void aConstantLeavesBarriersAlone(
      @ForAll("fiveEnergies") double[] energies,
      @ForAll @DoubleRange(min = -10, max = 10) double constant) {
    PotentialEnergyCurve shifted = curve(Arrays.stream(energies).map(e -> e + constant).toArray());
    assertThat(shifted.forwardBarrierEv())
        .isCloseTo(curve(energies).forwardBarrierEv(), within(1e-12));
    assertThat(shifted.reactionEnergyEv())
        .isCloseTo(curve(energies).reactionEnergyEv(), within(1e-12));
  }

  @Property
  void theCurveStaysWithinItsNeighbouringPoints(
      @ForAll("fiveEnergies") double[] energies,
      @ForAll @DoubleRange(min = 0, max = 3.6) double position) {
    int i = Math.min(3, (int) (position / 0.9));
    double low = Math.min(energies[i], energies[i + 1]);
    double high = Math.max(energies[i], energies[i + 1]);
    assertThat(curve(energies).energyEv(position)).isBetween(low - 1e-9, high + 1e-9);
  }

  @Property
  void backwardsItIsTheSameCurve(
      @ForAll("fiveEnergies") double[] energies,
      @ForAll @DoubleRange(min = 0, max = 3.6) double position) {
    double[] reversed = new double[5];
    for (int i = 0; i < 5; i++) {
      reversed[i] = energies[4 - i];
    }
    assertThat(curve(reversed).energyEv(3.6 - position))
        .isCloseTo(curve(energies).energyEv(position), within(1e-9));
    assertThat(curve(reversed).forwardBarrierEv()).isEqualTo(curve(energies).reverseBarrierEv());
  }
}
