package io.github.epdi.grid.text;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads decompressed text through one buffer of fixed size, counts lines, and limits how many bytes
 * may be read in all and per line. The byte after the last one in the buffer is always 0, so that
 * parsers need no bounds of their own.
 */
public final class TextInput {
  /** Longest token. A longer one is not a number. */
  static final int LONGEST_TOKEN = 128;

  /** Bytes after the text in a buffer. */
  public static final int PADDING = FieldForm.READ_AHEAD;

  private static final int CAPACITY = 1 << 17;
  private static final int LONGEST_LINE = 4096;
  private static final long HEADER_BYTES = 64L << 20;
  private static final int MOST_BLANK_LINES = 100;

  /** The text in memory: bytes {@link #position} to {@link #limit} - 1, then a 0. */
  final byte[] buffer;

  int position;
  int limit;

  /** Line of {@link #position}, from 1. */
  public long line = 1;

  private final InputStream in;
  private boolean ended;

  /** Whether the byte before the buffer's first one ended a line. */
  private boolean bufferStartsLine = true;

  private long passed;
  private long allowance = HEADER_BYTES;

  /** Reads a text from its beginning. */
  public TextInput(InputStream in) {
    this.in = in;
    this.buffer = new byte[CAPACITY + PADDING];
  }

  /**
   * Reads a part of a text that is in memory.
   *
   * @param text the part and {@link #PADDING} zero bytes, which are not copied
   * @param offset byte offset of the part in the whole text
   * @param line number of its first line
   */
  public TextInput(byte[] text, long offset, long line) {
    this.in = InputStream.nullInputStream();
    this.buffer = text;
    this.limit = text.length - PADDING;
    this.passed = offset;
    this.line = line;
    this.ended = true;
  }

  /** Returns the number of bytes taken so far. */
  public long consumed() {
    return passed + position;
  }

  /** Tells whether nothing follows what is in the buffer. */
  boolean ended() {
    return ended;
  }

  /** Tells whether the next byte is the first of a line. */
  boolean startsLine() {
    return position > 0 ? buffer[position - 1] == '\n' : bufferStartsLine;
  }

  /** Returns the index after the last complete line in the buffer. */
  int endOfLines() {
    int end = limit;
    while (!ended && end > position && buffer[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** Makes sure that the buffer holds a line of the longest kind, or all that is left. */
  void fill() throws IOException {
    if (limit - position <= LONGEST_LINE && !ended) {
      refill();
    }
  }

  /**
   * Moves on to the start or the end of a line without parsing what lies between.
   *
   * @param offset byte offset, not less than {@link #consumed()}
   * @param number number of the line there
   */
  public void jump(long offset, long number) throws IOException {
    long left = offset - consumed();
    int inBuffer = (int) Math.min(left, limit - position);
    position += inBuffer;
    if (inBuffer < left) {
      in.skipNBytes(left - inBuffer);
      passed = offset;
      position = 0;
      limit = 0;
      buffer[0] = 0;
      bufferStartsLine = true;
    }
    line = number;
  }

  /** Ends the text here, as if the file ended. */
  public void end() {
    passed += position;
    position = 0;
    limit = 0;
    buffer[0] = 0;
    ended = true;
  }

  /** Sets the limit so that {@code bytes} more may be read from here on. */
  public void allow(long bytes) {
    allowance = consumed() + bytes;
  }

  /**
   * Moves what is left to the front of the buffer and reads on, so that at least a complete token
   * is in it.
   *
   * @return whether anything is left
   */
  boolean refill() throws IOException {
    if (consumed() > allowance) {
      throw tooLong("at most " + allowance + " bytes of text");
    }
    bufferStartsLine = startsLine();
    passed += position;
    limit -= position;
    System.arraycopy(buffer, position, buffer, 0, limit);
    position = 0;
    while (!ended && limit <= LONGEST_LINE) {
      int read = in.read(buffer, limit, CAPACITY - limit);
      ended = read < 0;
      limit += Math.max(read, 0);
    }
    buffer[limit] = 0;
    return limit > 0;
  }

  /** Returns the next line, or null at the end of the file. */
  public HeaderLine next() throws IOException {
    int at = position;
    while (true) {
      while (at < limit && buffer[at] != '\n') {
        at++;
      }
      if (at - position > LONGEST_LINE) {
        throw tooLong("lines of at most " + LONGEST_LINE + " bytes");
      }
      if (at < limit || ended) {
        break;
      }
      at -= position;
      refill();
    }
    if (position == limit) {
      return null;
    }
    HeaderLine found = new HeaderLine(text(position, at), line);
    if (at < limit) {
      line++;
      at++;
    }
    position = at;
    return found;
  }

  /**
   * Returns the next line.
   *
   * @throws RejectException BAD_HEADER at the end of the file
   */
  public HeaderLine next(String expected) throws IOException {
    HeaderLine found = next();
    if (found == null) {
      throw new RejectException(
          RejectCode.BAD_HEADER,
          "Cannot read the header: expected "
              + expected
              + ", found the end of the file (line "
              + line
              + ")",
          line);
    }
    return found;
  }

  /**
   * Returns the next line that is not blank.
   *
   * @throws RejectException BAD_HEADER at the end of the file
   */
  public HeaderLine nextFilled(String expected) throws IOException {
    for (int i = 0; i < MOST_BLANK_LINES; i++) {
      HeaderLine found = next(expected);
      if (found.size() > 0) {
        return found;
      }
    }
    throw new HeaderLine("", line).unexpected(expected);
  }

  /**
   * Returns the lines that begin in the buffer, at most {@code most}, without taking them. The last
   * one may be incomplete.
   */
  public List<HeaderLine> peek(int most) throws IOException {
    if (limit - position < LONGEST_LINE) {
      refill();
    }
    List<HeaderLine> lines = new ArrayList<>();
    int from = position;
    while (from < limit && lines.size() < most) {
      int at = from;
      while (at < limit && buffer[at] != '\n') {
        at++;
      }
      lines.add(new HeaderLine(text(from, Math.min(at, from + LONGEST_LINE)), line + lines.size()));
      from = at + 1;
    }
    return lines;
  }

  RejectException tooLong(String expected) {
    return new RejectException(
        RejectCode.TOO_LARGE,
        "Cannot read the text: expected " + expected + ", found more (line " + line + ")",
        line);
  }

  private String text(int from, int to) {
    int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    return new String(buffer, from, end - from, StandardCharsets.UTF_8);
  }
}
