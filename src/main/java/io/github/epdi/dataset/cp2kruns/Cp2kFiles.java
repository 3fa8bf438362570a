package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import java.io.IOException;

/** Opens the files that an input names. */
@FunctionalInterface
interface Cp2kFiles {
  /**
   * Opens a file.
   *
   * @param name name of the file as in the input
   * @param from place in the input where it is named
   * @throws io.github.epdi.dataset.calculation.UnusableException MISSING_FILE if there is none
   */
  NumberedLines open(String name, Place from) throws IOException;
}
