package io.github.epdi.screening;

/** The version of everything between a grid's bytes and its rows. */
final class AlgorithmVersion {
  /**
   * Raised by hand whenever the same inputs, model and conventions give other values; part of every
   * result's identity, so that older results are never taken for newer ones.
   */
  static final int CURRENT = 2;

  private AlgorithmVersion() {}
}
