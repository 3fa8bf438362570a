package io.github.epdi.spark;

import io.github.epdi.structure.InputException;

/** Reads the number of a manifest. */
final class ManifestNumber {
  private ManifestNumber() {}

  /**
   * Returns the number.
   *
   * @throws InputException if the text is no whole number
   */
  static long of(String written, String output) {
    try {
      return Long.parseLong(written.strip());
    } catch (NumberFormatException e) {
      throw new InputException(
          "Cannot read manifest "
              + written
              + " of "
              + output
              + ": expected the number of a manifest, for example 1",
          e);
    }
  }
}
