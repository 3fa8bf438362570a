package io.github.epdi.training.calibration;

/**
 * A straight line from the energies that a bundle predicts to those of another level of theory.
 *
 * @param offsetEv offset, eV
 * @param slope slope, 1 where it was not fitted
 */
record EnergyLine(double offsetEv, double slope) {
  double of(double energyEv) {
    return offsetEv + slope * energyEv;
  }
}
