package io.github.epdi.screening;

import io.github.epdi.screening.batch.ImageBatches;

/**
 * Averages the energy of one place over the turned and mirrored copies of its image, separately for
 * each member of the model.
 */
final class MeanEnergy implements ImageBatches.EnergySink {
  private final int copies;
  private double[] sums;
  private int taken;

  MeanEnergy(int copies) {
    this.copies = copies;
  }

  @Override
  public void accept(double[] memberEnergiesEv) {
    if (sums == null) {
      sums = new double[memberEnergiesEv.length];
    }
    for (int member = 0; member < sums.length; member++) {
      sums[member] += memberEnergiesEv[member];
    }
    taken++;
  }

  boolean isComplete() {
    return taken == copies;
  }

  /**
   * Returns the mean by one member, in eV.
   *
   * @throws IllegalStateException if energies of copies are still missing
   */
  double ofMember(int member) {
    if (!isComplete()) {
      throw new IllegalStateException(
          "Cannot take a mean: expected " + copies + " energies, found " + taken);
    }
    return sums[member] / copies;
  }
}
