package io.github.epdi.levels;

import io.github.epdi.grid.text.DecimalParser;
import io.github.epdi.grid.text.HeaderLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a text line by line through one buffer of fixed size, and takes the words and numbers of a
 * line one after another. Lines end with a line feed, and a carriage return before it is ignored.
 */
final class LevelText {
  private static final int LONGEST_LINE = 1 << 18;

  private final InputStream in;
  private final byte[] buffer = new byte[LONGEST_LINE + 1];
  private final DecimalParser parser = new DecimalParser();
  private int limit;
  private int from;
  private int to;
  private int next;
  private int cursor;
  private boolean ended;
  private long line;

  LevelText(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the next line.
   *
   * @return false at the end of the text
   * @throws BadLevelsException if the line is longer than any line of these files can be
   */
  boolean next() throws IOException {
    from = next;
    int at = from;
    while (true) {
      while (at < limit && buffer[at] != '\n') {
        at++;
      }
      if (at < limit || ended) {
        break;
      }
      int kept = limit - from;
      if (kept == LONGEST_LINE) {
        throw new BadLevelsException(
            "lines of at most " + LONGEST_LINE + " bytes", "a longer one", line + 1);
      }
      System.arraycopy(buffer, from, buffer, 0, kept);
      from = 0;
      at = kept;
      int read = in.read(buffer, kept, LONGEST_LINE - kept);
      ended = read < 0;
      limit = kept + Math.max(read, 0);
    }
    if (from == limit) {
      to = from;
      cursor = from;
      next = from;
      return false;
    }
    line++;
    to = at;
    cursor = from;
    next = Math.min(at + 1, limit);
    buffer[to] = '\n';
    return true;
  }

  /**
   * Returns the number of the current line, from 1. At the end of the text it is that of the last
   * line.
   */
  long line() {
    return line;
  }

  /** Goes back to the beginning of the line. */
  void rewind() {
    cursor = from;
  }

  /** Skips blanks and tells whether anything is left on the line. */
  boolean more() {
    while (cursor < to && buffer[cursor] >= 0 && buffer[cursor] <= ' ') {
      cursor++;
    }
    return cursor < to;
  }

  /** Tells whether the rest of the line begins with a word, and if so moves behind it. */
  boolean take(String word) {
    more();
    int length = word.length();
    if (to - cursor < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer[cursor + i] != word.charAt(i)) {
        return false;
      }
    }
    cursor += length;
    return true;
  }

  /** Returns the next byte that is not blank without taking it, or 0 if there is none. */
  byte first() {
    return more() ? buffer[cursor] : 0;
  }

  /** Takes the next word without looking at it. */
  void skip() {
    more();
    while (cursor < to && !(buffer[cursor] >= 0 && buffer[cursor] <= ' ')) {
      cursor++;
    }
  }

  /**
   * Takes the next number. Fortran leaves no blank between numbers that fill their fields, so
   * {@code -20.1234-101.1234} is read as two numbers.
   *
   * @return NaN if there is none or it is not finite, in which case nothing is taken
   */
  double number() {
    if (!more()) {
      return Double.NaN;
    }
    double value = parser.parse(buffer, cursor);
    if (!Double.isNaN(value)) {
      cursor = parser.end();
      return value;
    }
    int end = cursor + 1;
    while (end < to && (buffer[end] != '-' || isExponent(buffer[end - 1]))) {
      end++;
    }
    if (end == to) {
      return Double.NaN;
    }
    byte kept = buffer[end];
    buffer[end] = ' ';
    value = parser.parse(buffer, cursor);
    if (parser.end() != end) {
      value = Double.NaN;
    }
    buffer[end] = kept;
    cursor = Double.isNaN(value) ? cursor : end;
    return value;
  }

  private static boolean isExponent(byte c) {
    return c == 'E' || c == 'e' || c == 'D' || c == 'd';
  }

  /** Returns the whole line without its end. */
  String text() {
    int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns the rest of the line without blanks around it. */
  String rest() {
    return new String(buffer, cursor, to - cursor, StandardCharsets.ISO_8859_1).strip();
  }

  /** Makes the exception for something unexpected on this line. */
  BadLevelsException bad(String expected) {
    return new BadLevelsException(expected, '"' + HeaderLine.printable(text()) + '"', line);
  }

  /** Makes the exception for something missing at the end of the text. */
  BadLevelsException ended(String expected) {
    return new BadLevelsException(expected, "the end of the file", line);
  }
}
