package io.github.epdi.levels;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the levels of a slab say about its own electrons and about those that are added to it.
 * Occupations are those of Fermi and Dirac at 1000 K, whatever smearing the calculation used.
 *
 * @param addedElectrons electrons that are added to the cell
 * @param chemicalPotentialEv chemical potential of the calculation's own electrons, eV in the zero
 *     of the potential
 * @param meanChemicalPotentialEv mean chemical potential while the electrons are added, by ten
 *     midpoints, eV
 * @param gapEv lowest empty level minus highest filled level, eV, when levels are filled from
 *     below; 0 in metals
 */
public record ElectronUptake(
    double addedElectrons,
    double chemicalPotentialEv,
    double meanChemicalPotentialEv,
    double gapEv) {
  private static final int MIDPOINTS = 10;
  private static final double EMPTY = 1e-3;

  /**
   * Computes the chemical potentials and the gap.
   *
   * @param levels the levels of the slab's calculation
   * @param addedElectrons electrons per cell, above 0
   * @throws RejectException LEVELS_TOO_FEW if the highest band is not empty at some k-point after
   *     the electrons were added
   */
  public static ElectronUptake of(ElectronicLevels levels, double addedElectrons) {
    if (!(addedElectrons > 0)) {
      throw new IllegalArgumentException("Cannot add " + addedElectrons + " electrons");
    }
    ElectronCount count = new ElectronCount(levels);
    double own = levels.electrons();
    double all = own + addedElectrons;
    if (!count.holds(own) || !count.holds(all)) {
      throw tooFew(levels, all, "room for " + figure(count.capacity()) + " in all bands");
    }
    double occupation = count.highestBandOccupation(count.chemicalPotentialEv(all));
    if (!(occupation < EMPTY)) {
      throw tooFew(levels, all, "it filled to " + figure(occupation) + " at a k-point");
    }
    return new ElectronUptake(
        addedElectrons,
        count.chemicalPotentialEv(own),
        meanChemicalPotentialEv(count, own, addedElectrons),
        count.lowestEmptyEv(own) - count.highestFilledEv(own));
  }

  /**
   * Returns the mean chemical potential while electrons are added to those of the calculation, eV.
   */
  static double meanChemicalPotentialEv(ElectronCount count, double own, double added) {
    double[] electrons = new double[MIDPOINTS];
    for (int i = 0; i < MIDPOINTS; i++) {
      electrons[i] = own + added * (i + 0.5) / MIDPOINTS;
    }
    return Arrays.stream(count.chemicalPotentialsEv(electrons)).sum() / MIDPOINTS;
  }

  /** Returns the result relative to the vacuum level of a side, given in eV. */
  public ElectronAffinity at(double vacuumLevelEv) {
    return new ElectronAffinity(
        addedElectrons,
        vacuumLevelEv - chemicalPotentialEv,
        vacuumLevelEv - meanChemicalPotentialEv,
        gapEv);
  }

  private static RejectException tooFew(ElectronicLevels levels, double all, String found) {
    return new RejectException(
        RejectCode.LEVELS_TOO_FEW,
        "Cannot take the electron affinity from "
            + levels.source()
            + ": expected the highest band empty (below "
            + EMPTY
            + ") with "
            + figure(all)
            + " electrons, found "
            + found
            + "; more bands are needed: "
            + levels.format().forMoreBands());
  }

  private static String figure(double number) {
    String digits = String.format(Locale.ROOT, "%.4f", number);
    return digits.replaceFirst("\\.?0+$", "");
  }
}
