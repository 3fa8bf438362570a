package io.github.epdi.spark;

import io.github.epdi.grid.Credentials;
import io.github.epdi.structure.InputException;

/** Checks the name of an output folder that a session's configuration or options give. */
final class OutputLocation {
  private OutputLocation() {}

  /**
   * Returns the folder. Without a scheme it lies in the session's default file system.
   *
   * @param setting what the option is called
   * @throws InputException if there are credentials in it, which are not repeated
   */
  static String of(String setting, String written) {
    if (Credentials.areIn(written)) {
      throw new InputException(
          "Cannot use "
              + setting
              + " "
              + Credentials.schemeOf(written)
              + ": expected none with credentials in it (configure the file system instead)");
    }
    return written;
  }
}
