package io.github.epdi.grid.text;

import java.io.IOException;

/**
 * The layout of a block of values whose planes can be found without reading the text before them.
 * All its lines have the same length and number of values, except that the last may be shorter.
 *
 * @param start byte offset of the first line
 * @param firstNumber number of the first line in the file
 * @param values number of values in the block
 * @param valuesPerLine number of values in each line but the last
 * @param lineBytes length of each line but the last, with its end
 */
public record LineLayout(
    long start, long firstNumber, long values, int valuesPerLine, int lineBytes) {
  /**
   * Returns the layout of the lines in the buffer. The text does not move.
   *
   * @param in the text at the block's first line
   * @param values number of values in the block
   * @throws UnfitTextException if the lines differ
   */
  public static LineLayout at(TextInput in, long values) throws IOException {
    in.fill();
    byte[] text = in.buffer;
    int end = in.position;
    while (end < in.limit && text[end] != '\n') {
      end++;
    }
    int perLine = values(text, in.position, end);
    if (end == in.limit || perLine == 0 || values <= perLine) {
      throw new UnfitTextException("lines of values", "one of " + perLine);
    }
    int lineBytes = end + 1 - in.position;
    LineLayout layout = new LineLayout(in.consumed(), in.line, values, perLine, lineBytes);
    layout.check(text, in.position, in.limit);
    return layout;
  }

  private void check(byte[] text, int from, int limit) throws UnfitTextException {
    long whole = Math.min(lastLine(), (limit - from) / lineBytes);
    for (int n = 1; n < whole; n++) {
      int line = from + n * lineBytes;
      int end = line + lineBytes - 1;
      if (text[end] != '\n' || values(text, line, end) != valuesPerLine) {
        throw new UnfitTextException(
            "lines of " + lineBytes + " bytes and " + valuesPerLine + " values",
            "another (line " + (firstNumber + n) + ")");
      }
    }
  }

  /** Counts the numbers in a line. Where several follow without a blank, each has a point. */
  private static int values(byte[] text, int from, int to) {
    int values = 0;
    int points = 0;
    boolean blank = true;
    for (int at = from; at < to; at++) {
      boolean next = DecimalParser.endsToken(text[at]);
      if (blank && !next) {
        values++;
        points = 0;
      }
      if (text[at] == '.') {
        values += points > 0 ? 1 : 0;
        points++;
      }
      blank = next;
    }
    return values;
  }

  /** Returns the line that holds a value, from 0. */
  public long lineOf(long value) {
    return value / valuesPerLine;
  }

  /** Returns the last line, from 0. */
  public long lastLine() {
    return lineOf(values - 1);
  }

  /** Returns the number of values in the last line. */
  public int valuesInLastLine() {
    return (int) (values - lastLine() * valuesPerLine);
  }

  /** Returns the byte offset of a line in the file. */
  public long offset(long line) {
    return start + line * lineBytes;
  }

  /** Returns the number of a line in the file. */
  public long number(long line) {
    return firstNumber + line;
  }

  /**
   * Returns the byte offset where the block ends if the last line's values are as wide as the
   * others.
   */
  public long expectedEnd() {
    return offset(lastLine()) + (long) lineBytes * valuesInLastLine() / valuesPerLine;
  }
}
