package io.github.epdi.grid.text;

import java.io.IOException;

/**
 * A text that is not laid out so that planes can be found in it, or that planes alone do not judge.
 * Nothing is wrong with it; it has to be read whole.
 */
public final class UnfitTextException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnfitTextException(String expected, String found) {
    super("Cannot find planes: expected " + expected + ", found " + found);
  }
}
