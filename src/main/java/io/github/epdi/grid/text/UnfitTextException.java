package io.github.epdi.grid.text;

import java.io.IOException;

/**
 * Thrown if planes cannot be found in a text by its layout, or if planes alone cannot decide about
 * a grid. The text itself is not wrong, but it must be read as a whole.
 */
public final class UnfitTextException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnfitTextException(String expected, String found) {
    super("Cannot find planes: expected " + expected + ", found " + found);
  }
}
