package io.github.epdi.levels;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Small sets of levels, and what is told of them, for tests. */
final class TestLevels {
  private TestLevels() {}

  /** Levels without spin, as CP2K writes them. */
  static ElectronicLevels restricted(double electrons, double[] weights, double[] energiesEv) {
    return of(electrons, SpinTreatment.RESTRICTED, weights, energiesEv);
  }

  /** Levels of one or two channels. */
  static ElectronicLevels of(
      double electrons, SpinTreatment spin, double[] weights, double[]... energiesEv) {
    return new ElectronicLevels(
        "test.out",
        LevelsFormat.CP2K,
        electrons,
        spin,
        weights,
        energiesEv,
        null,
        CalculatedAtoms.UNKNOWN);
  }

  static String formula(CalculatedAtoms atoms) {
    if (atoms.perElement() == null) {
      return String.valueOf(atoms.count());
    }
    StringBuilder formula = new StringBuilder();
    atoms.perElement().forEach((symbol, n) -> formula.append(symbol).append(n == 1 ? "" : n));
    return formula.toString();
  }

  static double lowest(ElectronicLevels levels) {
    return all(levels).min().orElseThrow();
  }

  static double highest(ElectronicLevels levels) {
    return all(levels).max().orElseThrow();
  }

  /** Electrons at a chemical potential: the plain sum over all levels, as it is defined. */
  static double electronsAt(ElectronicLevels levels, double chemicalPotentialEv) {
    double sum = 0;
    for (int c = 0; c < levels.spin().channels(); c++) {
      for (int k = 0; k < levels.kpoints(); k++) {
        for (int i = 0; i < levels.bands(c); i++) {
          double x = (levels.energyEv(c, k, i) - chemicalPotentialEv) / (8.617333262e-5 * 1000);
          sum += levels.weight(k) * levels.spin().electronsPerLevel() / (1 + Math.exp(x));
        }
      }
    }
    return sum;
  }

  private static DoubleStream all(ElectronicLevels levels) {
    return IntStream.range(0, levels.spin().channels())
        .boxed()
        .flatMapToDouble(c -> DoubleStream.of(levels.channel(c)));
  }
}
