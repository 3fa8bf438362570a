package io.github.epdi.grid.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Parses decimal numbers from bytes in one pass. A parser remembers the end of the last token and
 * is for one thread.
 *
 * <p>If the digits make an integer of at most 53 bits and the power of ten is at most 22 either
 * way, one multiplication or division of two exact doubles is correctly rounded (Clinger, "How to
 * read floating point numbers accurately", 1990). All other tokens go to FastDoubleParser.
 */
public final class DecimalParser {
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final int MOST_DIGITS = 18;
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int LARGEST_EXPONENT = 99_999;

  private int end;

  /** Returns the index of the first byte after the last parsed token. */
  public int end() {
    return end;
  }

  /**
   * Parses the token that starts at {@code from} and ends before the next blank, control character
   * or zero byte. There must be such a byte.
   *
   * @return the same as {@link Double#parseDouble} for the token with Fortran's exponents ({@code
   *     D}, or none at all as in {@code 1.234-101}) written as {@code E}; NaN if the token is not a
   *     finite decimal number
   */
  public double parse(byte[] text, int from) {
    int at = from;
    byte c = text[at];
    boolean negative = c == '-';
    if (negative || c == '+') {
      c = text[++at];
    }
    long digits = 0;
    int start = at;
    while (c >= '0' && c <= '9') {
      digits = digits * 10 + (c - '0');
      c = text[++at];
    }
    int count = at - start;
    int scale = 0;
    boolean point = c == '.';
    if (point) {
      c = text[++at];
      start = at;
      while (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        c = text[++at];
      }
      scale = at - start;
      count += scale;
    }
    if (count == 0) {
      return notANumber(text, at);
    }
    int mantissaEnd = at;
    int exponent = 0;
    if (!endsToken(c)) {
      exponent = exponent(text, at, point);
      if (exponent > LARGEST_EXPONENT) {
        return notANumber(text, at);
      }
      at = end;
    }
    end = at;
    int power = exponent - scale;
    if (count > MOST_DIGITS || !isExact(digits, power)) {
      return exact(text, from, mantissaEnd, exponent);
    }
    double value = scaled(digits, power);
    return negative ? -value : value;
  }

  /**
   * Tells whether an integer and a power of ten are exact doubles, so that {@link #scaled} is
   * correctly rounded.
   */
  static boolean isExact(long integer, int power) {
    return integer <= LARGEST_EXACT && power <= 22 && power >= -22;
  }

  /** Returns ten to a power of 0 to 18. */
  static long integerPower(int power) {
    long product = 1;
    for (int i = 0; i < power; i++) {
      product *= 10;
    }
    return product;
  }

  /** Returns an integer times a power of ten. It is correctly rounded if both are exact. */
  static double scaled(long integer, int power) {
    return power < 0 ? integer / POWERS_OF_TEN[-power] : (double) integer * POWERS_OF_TEN[power];
  }

  /**
   * Parses the exponent whose letter or sign is at {@code from} and sets {@link #end} to the
   * token's end. Returns a number above {@link #LARGEST_EXPONENT} if there is no exponent. Without
   * a letter, Fortran writes a sign and three digits. Anything shorter would be two numbers without
   * a blank between them.
   */
  private int exponent(byte[] text, int from, boolean point) {
    int at = from;
    int letter = text[at] | 0x20;
    boolean lettered = letter == 'e' || letter == 'd';
    if (lettered) {
      at++;
    }
    byte sign = text[at];
    boolean signed = sign == '-' || sign == '+';
    if (signed) {
      at++;
    }
    int first = at;
    int exponent = 0;
    for (byte c = text[at]; c >= '0' && c <= '9'; c = text[++at]) {
      exponent = Math.min(exponent * 10 + (c - '0'), LARGEST_EXPONENT);
    }
    int count = at - first;
    boolean valid = lettered ? count > 0 : signed && point && count == 3;
    if (!valid || !endsToken(text[at])) {
      return LARGEST_EXPONENT + 1;
    }
    end = at;
    return sign == '-' ? -exponent : exponent;
  }

  private static double exact(byte[] text, int from, int mantissaEnd, int exponent) {
    byte[] suffix = ("E" + exponent).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    int length = mantissaEnd - from;
    byte[] token = new byte[length + suffix.length];
    System.arraycopy(text, from, token, 0, length);
    System.arraycopy(suffix, 0, token, length, suffix.length);
    double value = JavaDoubleParser.parseDouble(token);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private double notANumber(byte[] text, int from) {
    int at = from;
    while (!endsToken(text[at])) {
      at++;
    }
    end = at;
    return Double.NaN;
  }

  /**
   * Tells whether a byte ends a token. Blanks and control characters do, bytes beyond ASCII
   * (negative ones) do not.
   */
  static boolean endsToken(byte c) {
    return c >= 0 && c <= ' ';
  }
}
