package io.github.epdi.screening;

/**
 * Holds the version number of all computation between the bytes of a grid file and its result rows.
 */
final class AlgorithmVersion {
  /**
   * The current version, which is part of every result's identity. Raise it by hand whenever the
   * same inputs, model and conventions give other values, so that older results are never taken for
   * newer ones.
   */
  static final int CURRENT = 2;

  private AlgorithmVersion() {}
}
