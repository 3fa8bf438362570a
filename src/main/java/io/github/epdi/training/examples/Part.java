package io.github.epdi.training.examples;

import java.util.Locale;

/** What a material is used for. */
public enum Part {
  /** Weights, normalisation and colour range are fitted to it. */
  TRAINING,
  /** Chooses the epoch whose weights are kept. */
  VALIDATION,
  /** Seen only by the final evaluation. */
  TEST;

  /** Lower-case name as in bundles and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
