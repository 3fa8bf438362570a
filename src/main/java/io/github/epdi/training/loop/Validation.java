package io.github.epdi.training.loop;

import ai.djl.nn.Block;

/** Says how good a network is on what it is not trained with. */
@FunctionalInterface
public interface Validation {
  /** No validation: the last epoch is as good as any. */
  Validation NONE = block -> Double.NaN;

  /**
   * Mean absolute error, eV, or deviations where the targets are no energies; NaN where there is
   * nothing to validate on.
   */
  double maeEv(Block block);
}
