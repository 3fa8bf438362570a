package io.github.epdi.grid.text;

import java.io.IOException;

/**
 * How the text of a block of values is laid out when its planes can be found without reading on:
 * lines of one length with one number of values, only the last one shorter.
 *
 * @param start offset of the first line
 * @param firstNumber the first line's number in the file
 * @param values in the block
 * @param valuesPerLine in each line but the last
 * @param lineBytes of each line but the last, with its end
 */
public record LineLayout(
    long start, long firstNumber, long values, int valuesPerLine, int lineBytes) {
  /**
   * The layout that the lines show which are at hand; nothing is taken.
   *
   * @param in standing at the block's first line
   * @throws UnfitTextException if they differ
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

  /** Numbers in a line; where several touch, each has a point. */
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

  /** The line that holds a value, from 0. */
  public long lineOf(long value) {
    return value / valuesPerLine;
  }

  /** The last line. */
  public long lastLine() {
    return lineOf(values - 1);
  }

  /** Values in the last line. */
  public int valuesInLastLine() {
    return (int) (values - lastLine() * valuesPerLine);
  }

  /** Offset in the file of a line. */
  public long offset(long line) {
    return start + line * lineBytes;
  }

  /** Number in the file of a line. */
  public long number(long line) {
    return firstNumber + line;
  }

  /** Where the block ends if the last line's values are as wide as the others. */
  public long expectedEnd() {
    return offset(lastLine()) + (long) lineBytes * valuesInLastLine() / valuesPerLine;
  }
}
