package io.github.epdi.grid.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fields of equal width that numbers fill completely, so that there is no blank between them:
 * {@code -0.12345E+001-0.23456E+001}, or even {@code 12.34567112.34567}. Fortran writes this
 * whenever a number needs all of its field.
 *
 * <p>The width is found from the lines themselves. In a line of such fields the points are equally
 * far apart, and as many characters follow the last point as follow each other point within its
 * field.
 *
 * @param width bytes of a field
 * @param tail bytes from a field's point to its end
 * @param prefix bytes before the first field of a line
 */
record TouchingFields(int width, int tail, int prefix) {
  private static final int MOST_LINES = 100;
  private static final int MOST_PREFIX = 8;

  /**
   * Finds the fields of the lines in memory, if the token is made of several. Returns null if it is
   * not.
   *
   * @param text the lines
   * @param at index of the token
   * @param limit index where the lines end
   * @param before bytes from the end of the field before the token, or from the start of its line
   * @param startsLine whether the token is the first of its line
   * @param known the fields of earlier numbers, used if no line in memory shows the fields
   */
  static TouchingFields at(
      byte[] text,
      int at,
      int limit,
      int before,
      boolean startsLine,
      Optional<TouchingFields> known) {
    int tokenEnd = tokenEnd(text, at, limit);
    int lineEnd = lineEnd(text, at, limit);
    int from = startsLine ? at : lineEnd + 1;
    for (int lines = 0; lines < MOST_LINES && from < limit; lines++) {
      int end = lineEnd(text, from, limit);
      TouchingFields found = of(text, from, end, from == at ? before : 0);
      if (found != null && found.fill(text, at, tokenEnd, before, startsLine)) {
        return found;
      }
      from = end + 1;
    }
    TouchingFields rest = startsLine ? null : of(text, at, lineEnd, before);
    return known
        .or(() -> Optional.ofNullable(rest))
        .filter(f -> f.fill(text, at, tokenEnd, before, startsLine))
        .orElse(null);
  }

  /** Returns the fields of one line, or null if it has fewer than two or they differ. */
  private static TouchingFields of(byte[] text, int from, int lineEnd, int before) {
    int end = lineEnd;
    while (end > from && FieldForm.isBlank(text[end - 1])) {
      end--;
    }
    int first = point(text, from, end);
    int second = point(text, first + 1, end);
    if (second >= end) {
      return null;
    }
    int width = second - first;
    int last = second;
    for (int next = point(text, last + 1, end); next < end; next = point(text, last + 1, end)) {
      if (next - last != width) {
        return null;
      }
      last = next;
    }
    int tail = end - last;
    int prefix = first + tail - width - from + before;
    boolean fits = tail <= width && prefix >= 0 && prefix <= MOST_PREFIX;
    TouchingFields fields = new TouchingFields(width, tail, prefix);
    return fits && fields.areNumbers(text, from, first, last) ? fields : null;
  }

  private boolean areNumbers(byte[] text, int from, int firstPoint, int lastPoint) {
    for (int point = firstPoint; point <= lastPoint; point += width) {
      int end = point + tail;
      int start = Math.max(from, end - width);
      while (start < point && FieldForm.isBlank(text[start])) {
        start++;
      }
      if (Double.isNaN(number(text, start, end))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a token is made of more than one field, ends where a field ends, and holds at
   * least one number.
   */
  private boolean fill(byte[] text, int at, int tokenEnd, int before, boolean startsLine) {
    int boundary = at + left(before, startsLine);
    boolean number = false;
    int count = 0;
    for (int start = at; boundary > start && boundary <= tokenEnd; boundary += width) {
      number |= !Double.isNaN(number(text, start, boundary));
      start = boundary;
      count++;
    }
    return number && count > 1 && boundary - width == tokenEnd;
  }

  /**
   * Returns the bytes from a token to the end of its field.
   *
   * @param before as in {@link #at}
   */
  int left(int before, boolean startsLine) {
    return width - before + (startsLine ? prefix : 0);
  }

  /** Returns the number that a field holds from its first byte that is not blank, or NaN. */
  double number(byte[] text, int start, int end) {
    int point = end - tail;
    if (point < start || text[point] != '.' || point - start > mostBeforePoint(text, start, end)) {
      return Double.NaN;
    }
    byte[] token = Arrays.copyOfRange(text, start, end + 1);
    token[end - start] = 0;
    DecimalParser parser = new DecimalParser();
    double value = parser.parse(token, 0);
    return parser.end() == end - start ? value : Double.NaN;
  }

  /**
   * Returns how many bytes may stand before the point. With an exponent these are a sign and a
   * digit, without one there is no limit but the field.
   */
  private int mostBeforePoint(byte[] text, int start, int end) {
    int sign = text[start] == '-' || text[start] == '+' ? 1 : 0;
    for (int at = end - tail + 1; at < end; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return sign + 1;
      }
    }
    return width;
  }

  private static int point(byte[] text, int from, int end) {
    int at = from;
    while (at < end && text[at] != '.') {
      at++;
    }
    return at;
  }

  private static int lineEnd(byte[] text, int from, int limit) {
    int at = from;
    while (at < limit && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int tokenEnd(byte[] text, int from, int limit) {
    int at = from;
    while (at < limit && !DecimalParser.endsToken(text[at])) {
      at++;
    }
    return at;
  }
}
