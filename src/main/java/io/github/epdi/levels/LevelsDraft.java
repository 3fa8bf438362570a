package io.github.epdi.levels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a reader found in a file, before it is checked for completeness. {@link #levels} checks
 * k-points, weights and the number of electrons.
 */
final class LevelsDraft {
  final LevelsFormat format;

  /** Number of electrons, NaN while unknown. */
  double electrons = Double.NaN;

  /** How spin is treated, null if only the occupations can tell. */
  SpinTreatment spin;

  /** Weight of each k-point, null while unknown. */
  double[] weights;

  /** Fermi energy that the file states, eV, or null if it states none. */
  Double fermiEnergyEv;

  CalculatedAtoms atoms = CalculatedAtoms.UNKNOWN;

  /** Levels of each spin channel. */
  List<BandList> channels = List.of();

  /** Line where the levels end, for messages. */
  long line;

  LevelsDraft(LevelsFormat format) {
    this.format = format;
  }

  /**
   * Returns the levels if they are complete.
   *
   * @param source the file, for messages
   * @throws BadLevelsException if something is missing or contradicts itself
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

  /**
   * Checks that there are weights of 0 or more and at least one above 0.
   *
   * @throws BadLevelsException if not
   */
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

  /**
   * Returns the sum of normalised weight times occupation over k-points and channels. It is NaN if
   * there are no occupations.
   */
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
   * Decides whether a level of a single list holds one electron or two, by what the occupations
   * need to give all electrons. Without occupations, fewer bands than electrons mean two.
   *
   * @throws BadLevelsException if neither fits
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
