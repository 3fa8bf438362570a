package io.github.epdi.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class SlabPotentialTest {
  private static final double COULOMB = 14.399645478;

  /** Neutral atoms have no long range: their sum in real space is an independent answer. */
  @Test
  void isTheSumOfNeutralAtoms() {
    Lattice lattice = Lattice.of(new double[][] {{6, 0, 0}, {-2, 5, 0}, {0, 0, 16}});
    List<ChargedAtom> atoms = List.of(neutral(1, 2, 6, 1.4, 0.7), neutral(3, 1, 7.3, 2.5, 0.8));
    int[] n = {24, 24, 32};
    double[] found =
        new SlabPotential(new SyntheticSlab("two", lattice, atoms)).values(n[0], n[1], n[2]);
    double offset = found[0] - inRealSpace(lattice, atoms, new double[] {0, 0, 0});
    for (int k = 0; k < n[2]; k++) {
      for (int j = 0; j < n[1]; j += 3) {
        for (int i = 0; i < n[0]; i += 3) {
          double[] r = lattice.cartesian((double) i / n[0], (double) j / n[1], (double) k / n[2]);
          double expected = inRealSpace(lattice, atoms, r) + offset;
          // The narrow cores' shortest waves are left out; away from them nothing is.
          double far = atoms.stream().mapToDouble(a -> Math.abs(a.z() - r[2])).min().orElseThrow();
          assertThat(found[(k * n[1] + j) * n[0] + i])
              .isCloseTo(expected, within(far > 1 ? 3e-4 : 0.5));
        }
      }
    }
  }

  @Test
  void theMeanIsZeroAndOppositeChargesMakeAStepAcrossTheSlab() {
    Lattice lattice = Lattice.of(new double[][] {{4, 0, 0}, {0, 5, 0}, {0, 0, 20}});
    ChargedAtom neutral = neutral(0, 0, 8, 1, 0.6);
    List<ChargedAtom> dipole =
        List.of(neutral.withIonicCharge(0.1), neutral.movedBy(2, 2, 1.5).withIonicCharge(-0.1));
    double[] values = new SlabPotential(new SyntheticSlab("d", lattice, dipole)).values(8, 8, 40);
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(1e-12));
    // Positive below negative: the electron's energy is higher above, by 4 pi k q d / A.
    double step = planeMean(values, 39) - planeMean(values, 0);
    assertThat(step).isCloseTo(4 * Math.PI * COULOMB * 0.1 * 1.5 / 20, within(1e-6));
  }

  private static double planeMean(double[] values, int plane) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      sum += values[64 * plane + i];
    }
    return sum / 64;
  }

  @Test
  void numbersAreWrittenAsFortranWritesThem() {
    byte[] field = new byte[18];
    for (double value : interesting()) {
      LocpotText.field(value, field, 0);
      String text = new String(field, StandardCharsets.US_ASCII);
      assertThat(text).matches(" (0|-)\\.\\d{11}E[+-]\\d\\d");
      double back = Double.parseDouble(text.replace("-.", "-0."));
      assertThat(back).as(text).isCloseTo(value, within(Math.abs(value) * 5.1e-11));
      assertThat(text.charAt(3) != '0' || value == 0).as(text).isTrue();
    }
    LocpotText.field(-0.36641, field, 0);
    assertThat(new String(field, StandardCharsets.US_ASCII)).isEqualTo(" -.36641000000E+00");
  }

  private static List<Double> interesting() {
    Random random = new Random(5);
    List<Double> values =
        new ArrayList<>(List.of(0.0, 1.0, -1.0, 0.1, 10.0, 0.9999999999999, 99.9999999999999));
    for (int i = 0; i < 2000; i++) {
      values.add(random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10.0));
    }
    return values;
  }

  private static ChargedAtom neutral(double x, double y, double z, double charge, double width) {
    return new ChargedAtom(
        Element.S, x, y, z, new SmearedCharge(charge, 0.3), new SmearedCharge(-charge, width));
  }

  private static double inRealSpace(Lattice lattice, List<ChargedAtom> atoms, double[] r) {
    double sum = 0;
    for (ChargedAtom atom : atoms) {
      for (int i = -3; i <= 3; i++) {
        for (int j = -3; j <= 3; j++) {
          double[] t = lattice.cartesian(i, j, 0);
          double d =
              Math.sqrt(
                  Math.pow(r[0] - atom.x() - t[0], 2)
                      + Math.pow(r[1] - atom.y() - t[1], 2)
                      + Math.pow(r[2] - atom.z(), 2));
          for (SmearedCharge charge : atom.charges()) {
            double s = charge.widthAngstrom() * Math.sqrt(2);
            double potential = d < 1e-9 ? 2 / (s * Math.sqrt(Math.PI)) : Erf.erf(d / s) / d;
            sum -= COULOMB * charge.charge() * potential;
          }
        }
      }
    }
    return sum;
  }

  @Test
  void theSameNumberIsTheSameSlab() {
    for (int number = 0; number < 20; number++) {
      SyntheticSlab slab = MaterialDraw.of(7, number);
      assertThat(slab.atoms()).isEqualTo(MaterialDraw.of(7, number).atoms());
      double charge = slab.atoms().stream().mapToDouble(ChargedAtom::ionicCharge).sum();
      assertThat(charge)
          .as(String.format(Locale.ROOT, "%s", slab.name()))
          .isCloseTo(0, within(1e-9));
    }
    assertThat(MaterialDraw.of(8, 0).atoms()).isNotEqualTo(MaterialDraw.of(7, 0).atoms());
  }
}
