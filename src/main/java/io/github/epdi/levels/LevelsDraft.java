package io.github.epdi.levels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a reader found in a file, before it is known to be whole. {@link #levels} tells what is
 * missing: k-points announced and found, weights, the number of electrons.
 */
final class LevelsDraft {
  final LevelsFormat format;

  /** Electrons; NaN while not known. */
  double electrons = Double.NaN;

  /** How spin is treated; null where the file leaves it to its occupations. */
  SpinTreatment spin;

  /** Weight of each k-point; null while not known. */
  double[] weights;

  /** As the file says it, eV; null if it does not. */
  Double fermiEnergyEv;

  CalculatedAtoms atoms = CalculatedAtoms.UNKNOWN;

  /** Levels of each spin channel. */
  List<BandList> channels = List.of();

  /** Where the levels end. */
  long line;

  LevelsDraft(LevelsFormat format) {
    this.format = format;
  }

  /**
   * The levels, if they are whole.
   *
   * @param source the file, for messages
   * @throws BadLevelsException if they are not
   */
  ElectronicLevels levels(String source) {
    checkPoints();
    checkWeights();
    if (!(electrons > 0) || Double.isInfinite(electrons)) {
      String found = Double.isNaN(electrons) ? "none" : String.valueOf(electrons);
      throw new BadLevelsException("a number of electrons", found, line);
    }
    SpinTreatment treatment = spin == null ? spinOfOccupations() : spin;
    if (channels.size() != treatment.channels()) {
      throw new BadLevelsException(
          "levels of " + treatment.channels() + " spin channels", channels.size() + "", line);
    }
    return new ElectronicLevels(
        source,
        format,
        electrons,
        treatment,
        weights,
        channels.stream().map(BandList::energies).toArray(double[][]::new),
        fermiEnergyEv,
        atoms);
  }

  private void checkPoints() {
    if (channels.isEmpty()) {
      throw new BadLevelsException("levels", "none", line);
    }
    for (int channel = 0; channel < channels.size(); channel++) {
      int found = channels.get(channel).points();
      if (weights != null && found != weights.length) {
        String of = channels.size() > 1 ? " of spin channel " + (channel + 1) : "";
        throw new BadLevelsException(
            "levels at " + counted(weights.length) + " announced" + of, counted(found), line);
      }
    }
  }

  private static String counted(int points) {
    return points + (points == 1 ? " k-point" : " k-points");
  }

  /** Whether there are weights of 0 or more, and one above 0. */
  void checkWeights() {
    if (weights == null) {
      throw new BadLevelsException("the weights of the k-points", "none", line);
    }
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new BadLevelsException("weights of 0 or more", String.valueOf(weight), line);
      }
    }
    if (Arrays.stream(weights).max().orElse(0) == 0) {
      throw new BadLevelsException("a k-point with a weight above 0", "none", line);
    }
  }

  /** Sum of weight times occupation over k-points and channels; NaN without occupations. */
  double filledLevels() {
    double sum = 0;
    double all = Arrays.stream(weights).sum();
    for (BandList channel : channels) {
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] > 0 ? weights[k] / all * channel.filled(k) : 0;
      }
    }
    return sum;
  }

  /**
   * Whether the levels of one list hold one electron each or two: as many as their occupations need
   * to make up the electrons. Without occupations, fewer bands than electrons say two.
   */
  private SpinTreatment spinOfOccupations() {
    double filled = filledLevels();
    if (Double.isNaN(filled)) {
      int bands = channels.get(0).bands();
      if (bands < electrons) {
        return SpinTreatment.RESTRICTED;
      }
      throw new BadLevelsException(
          "occupations, without which "
              + bands
              + " bands may hold one electron each or two (OUTCAR and vasprun.xml tell)",
          "none",
          line);
    }
    double perLevel = electrons / filled;
    for (SpinTreatment one : List.of(SpinTreatment.RESTRICTED, SpinTreatment.SPINOR)) {
      if (Math.abs(perLevel / one.electronsPerLevel() - 1) < 0.2) {
        return one;
      }
    }
    throw new BadLevelsException(
        "occupations of one or two electrons a level, " + electrons + " in all",
        String.format(Locale.ROOT, "%.4f filled levels", filled),
        line);
  }
}
