package io.github.epdi.training.examples;

import java.util.Locale;

/** The parts of labelled materials, which say what a material is used for. */
public enum Part {
  /** Weights, normalisation and colour range are fitted to these materials. */
  TRAINING,
  /** These materials choose the epoch whose weights are kept. */
  VALIDATION,
  /** Only the final evaluation sees these materials. */
  TEST;

  /** Returns the lower-case name as in bundles and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
