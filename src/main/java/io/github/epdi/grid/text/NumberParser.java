package io.github.epdi.grid.text;

/**
 * Turns the bytes of decimal tokens into doubles. An implementation keeps the end of the last token
 * and is for one thread.
 */
interface NumberParser {
  /**
   * Parses the token that starts at {@code from} and ends before the next blank, control character
   * or the byte 0; such a byte must follow.
   *
   * @return exactly what {@link Double#parseDouble} gives for the token with Fortran's exponents
   *     ({@code D}, or none at all: {@code 1.234-101}) written as {@code E}; NaN if the token is no
   *     finite decimal number
   */
  double parse(byte[] text, int from);

  /** Index of the first byte after the token that was parsed last. */
  int end();
}
