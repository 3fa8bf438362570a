package io.github.epdi.training.loop;

import ai.djl.nn.Block;

/** Measures how good a network is on what it is not trained with. */
@FunctionalInterface
public interface Validation {
  /** Validates nothing, so that the last epoch is kept. */
  Validation NONE = block -> Double.NaN;

  /**
   * Returns the mean absolute error in eV, or in deviations where the targets are no energies. It
   * is NaN where there is nothing to validate on.
   */
  double maeEv(Block block);
}
