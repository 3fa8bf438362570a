package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ElectronUptakeTest {
  private static final double KT = 8.617333262e-5 * 1000;
  private static final int BANDS = 12;

  /** Random levels from -10 eV on, the last two of each k-point far above the others. */
  private static double[] levels(Random random, int points) {
    double[] energies = new double[points * BANDS];
    for (int i = 0; i < energies.length; i++) {
      energies[i] = i % BANDS < BANDS - 2 ? 10 * random.nextDouble() - 10 : 6 + random.nextDouble();
    }
    return energies;
  }

  private static double[] weights(Random random, int points) {
    double[] weights = random.doubles(points, 0.1, 1).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  @Property(tries = 200)
  void theChemicalPotentialHoldsTheElectrons(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int points,
      @ForAll @DoubleRange(min = 0.5, max = 19.5) double electrons) {
    Random random = new Random(seed);
    ElectronicLevels levels =
        TestLevels.restricted(electrons, weights(random, points), levels(random, points));
    double mu = new ElectronCount(levels).chemicalPotentialEv(electrons);
    assertThat(TestLevels.electronsAt(levels, mu)).isCloseTo(electrons, within(1e-9));
  }

  @Property(tries = 100)
  void allShiftsWithTheZero(
      @ForAll long seed, @ForAll @DoubleRange(min = -30, max = 30) double shiftEv) {
    Random random = new Random(seed);
    double[] weights = weights(random, 3);
    double[] energies = levels(random, 3);
    double electrons = 12 + random.nextInt(5);
    double[] shifted = Arrays.stream(energies).map(e -> e + shiftEv).toArray();
    ElectronAffinity here =
        ElectronAffinity.of(TestLevels.restricted(electrons, weights, energies), 5, 0.5);
    ElectronAffinity there =
        ElectronAffinity.of(TestLevels.restricted(electrons, weights, shifted), 5 + shiftEv, 0.5);
    assertThat(there.workFunctionEv()).isCloseTo(here.workFunctionEv(), within(1e-6));
    assertThat(there.affinityEv()).isCloseTo(here.affinityEv(), within(1e-6));
    assertThat(there.gapEv()).isCloseTo(here.gapEv(), within(1e-9));
  }

  /**
   * Folding: the supercell of n cells has all levels of n k-points at Gamma, n times the charge.
   */
  @Property(tries = 100)
  void aSupercellAtGammaIsThePrimitiveCellWithItsKpoints(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int cells,
      @ForAll @DoubleRange(min = 0.01, max = 1.5) double added) {
    Random random = new Random(seed);
    double[] energies = levels(random, cells);
    double[] equal = new double[cells];
    Arrays.fill(equal, 1.0 / cells);
    double electrons = 12 + random.nextInt(5);
    ElectronUptake primitive =
        ElectronUptake.of(TestLevels.restricted(electrons, equal, energies), added);
    ElectronUptake supercell =
        ElectronUptake.of(
            TestLevels.restricted(cells * electrons, new double[] {1}, energies), cells * added);
    assertThat(supercell.chemicalPotentialEv())
        .isCloseTo(primitive.chemicalPotentialEv(), within(1e-6));
    assertThat(supercell.meanChemicalPotentialEv())
        .isCloseTo(primitive.meanChemicalPotentialEv(), within(1e-6));
    assertThat(supercell.gapEv()).isEqualTo(primitive.gapEv());
  }

  @Property(tries = 100)
  void withoutSpinIsTwoEqualChannels(@ForAll long seed) {
    Random random = new Random(seed);
    double[] weights = weights(random, 4);
    double[] energies = levels(random, 4);
    double electrons = 4 + 14 * random.nextDouble();
    ElectronUptake one =
        ElectronUptake.of(TestLevels.restricted(electrons, weights, energies), 0.7);
    ElectronUptake two =
        ElectronUptake.of(
            TestLevels.of(electrons, SpinTreatment.POLARIZED, weights, energies, energies), 0.7);
    double[] doubled = new double[2 * energies.length];
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] = energies[i / 2];
    }
    ElectronUptake spinors =
        ElectronUptake.of(TestLevels.of(electrons, SpinTreatment.SPINOR, weights, doubled), 0.7);
    assertThat(two.chemicalPotentialEv()).isCloseTo(one.chemicalPotentialEv(), within(1e-9));
    assertThat(two.meanChemicalPotentialEv())
        .isCloseTo(one.meanChemicalPotentialEv(), within(1e-9));
    assertThat(spinors.meanChemicalPotentialEv())
        .isCloseTo(one.meanChemicalPotentialEv(), within(1e-9));
    assertThat(two.gapEv()).isEqualTo(one.gapEv());
    assertThat(spinors.gapEv()).isEqualTo(one.gapEv());
  }

  @Property(tries = 100)
  void affinityFallsAsChargeGrows(@ForAll long seed) {
    Random random = new Random(seed);
    ElectronicLevels levels =
        TestLevels.restricted(10 + 4 * random.nextDouble(), weights(random, 3), levels(random, 3));
    double before = Double.POSITIVE_INFINITY;
    for (double added = 0.05; added < 3; added += 0.25) {
      double affinity = ElectronAffinity.of(levels, 5, added).affinityEv();
      assertThat(affinity).isLessThan(before);
      before = affinity;
    }
  }

  @Property(tries = 50)
  void kpointsOfNoWeightChangeNothing(@ForAll long seed) {
    Random random = new Random(seed);
    double[] weights = weights(random, 3);
    double[] energies = levels(random, 4);
    double[] fewer = Arrays.copyOf(energies, 3 * BANDS);
    for (int i = 3 * BANDS; i < 4 * BANDS; i++) {
      energies[i] = -20 + 0.1 * (i % BANDS); // a path through bands that are all filled
    }
    ElectronUptake without = ElectronUptake.of(TestLevels.restricted(14, weights, fewer), 0.5);
    ElectronUptake with =
        ElectronUptake.of(TestLevels.restricted(14, Arrays.copyOf(weights, 4), energies), 0.5);
    assertThat(with.chemicalPotentialEv()).isCloseTo(without.chemicalPotentialEv(), within(1e-9));
    assertThat(with.gapEv()).isEqualTo(without.gapEv());
  }

  /** One level below and two above a gap: the electron-hole balance in closed form. */
  @Test
  void theMiddleOfAWideGapLeansToTheFewerLevels() {
    ElectronicLevels levels =
        TestLevels.restricted(2, new double[] {1}, new double[] {-5, 5, 5, 9});
    ElectronUptake uptake = ElectronUptake.of(levels, 0.1);
    assertThat(uptake.gapEv()).isEqualTo(10);
    assertThat(uptake.chemicalPotentialEv()).isCloseTo(-KT / 2 * Math.log(2), within(1e-9));
  }

  @Test
  void aHalfFilledLevelIsTheChemicalPotentialAndThereIsNoGap() {
    ElectronicLevels levels = TestLevels.restricted(3, new double[] {1}, new double[] {-9, -1, 9});
    ElectronUptake uptake = ElectronUptake.of(levels, 0.1);
    assertThat(uptake.chemicalPotentialEv()).isCloseTo(-1, within(1e-9));
    assertThat(uptake.gapEv()).isZero();
    assertThat(uptake.at(4).workFunctionEv()).isCloseTo(5, within(1e-9));
  }

  @Test
  void aHighestBandThatIsNotEmptyIsTooFew() {
    ElectronicLevels levels =
        TestLevels.restricted(2, new double[] {0.5, 0.5}, new double[] {-3, 0, -3, 4});
    assertThatThrownBy(() -> ElectronUptake.of(levels, 0.5))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_TOO_FEW))
        .hasMessage(
            "Cannot take the electron affinity from test.out: expected the highest band empty"
                + " (below 0.001) with 2.5 electrons, found it filled to 0.5 at a k-point; more"
                + " bands are needed: ADDED_MOS in &SCF, with diagonalisation (OT has no empty"
                + " levels)");
  }

  @Test
  void noElectronsCannotBeAdded() {
    ElectronicLevels levels = TestLevels.restricted(2, new double[] {1}, new double[] {-3, 4});
    assertThatIllegalArgumentException().isThrownBy(() -> ElectronUptake.of(levels, 0));
  }
}
