package io.github.epdi.screening;

import io.github.epdi.screening.batch.ImageBatches;

/** The energy of one place by each member: the mean over its image's turned and mirrored copies. */
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

  /** Mean by one member, eV. */
  double ofMember(int member) {
    if (!isComplete()) {
      throw new IllegalStateException(
          "Cannot take a mean: expected " + copies + " energies, found " + taken);
    }
    return sums[member] / copies;
  }
}
