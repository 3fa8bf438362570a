package io.github.epdi.screening;

/**
 * Holds the version number of all computation between the bytes of a grid file and its result rows.
 */
final class AlgorithmVersion {
  /**
   * The current version, which is part of every result's identity. Raise it by hand whenever the
   * same inputs, model and conventions give other values, so that older results are never taken for
   * newer ones.
   *
   * <p>It was not raised when sites of a cube or XSF came to be counted from the atoms' frame in
   * place of the grid's first point (0.2). That changes nothing but the results of files whose
   * origin is not zero, and the rest would have been screened again for nothing. {@link
   * FormerOrigins} finds these files' older results by the version of the program in the table
   * {@code runs}.
   */
  static final int CURRENT = 2;

  private AlgorithmVersion() {}
}
