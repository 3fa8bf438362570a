package io.github.epdi.levels;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Checks the bytes of an XML text before a parser sees them. A parser keeps each tag, comment and
 * instruction in memory as a whole, so none may be longer than {@value #LONGEST_MARKUP} bytes. A
 * document type declaration is not allowed. Zero bytes are not allowed either, because they mean an
 * encoding in which this check would miss the markup.
 */
final class MarkupGuard extends FilterInputStream {
  static final int LONGEST_MARKUP = 1 << 16;

  private enum State {
    TEXT,
    OPENED,
    DECLARED,
    TAG,
    COMMENT,
    SECTION,
    INSTRUCTION
  }

  private State state = State.TEXT;
  private long line = 1;
  private int length;
  private byte last;
  private byte beforeLast;

  MarkupGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int read = super.read(target, offset, count);
    for (int i = offset; i < offset + read; i++) {
      look(target[i]);
    }
    return read;
  }

  private void look(byte c) {
    if (c == '\n') {
      line++;
    }
    if (c == 0) {
      throw new BadLevelsException("XML of one byte a character", "a byte of 0", line);
    }
    if (state == State.TEXT) {
      if (c == '<') {
        state = State.OPENED;
        length = 0;
      }
      return;
    }
    if (++length > LONGEST_MARKUP) {
      throw new BadLevelsException(
          "tags and comments of at most " + LONGEST_MARKUP + " bytes", "a longer one", line);
    }
    state =
        switch (state) {
          case OPENED -> opened(c);
          case DECLARED -> declared(c);
          case TAG -> c == '>' ? State.TEXT : State.TAG;
          case COMMENT -> ended(c, (byte) '-', (byte) '-') ? State.TEXT : State.COMMENT;
          case SECTION -> ended(c, (byte) ']', (byte) ']') ? State.TEXT : State.SECTION;
          case INSTRUCTION -> c == '>' && last == '?' ? State.TEXT : State.INSTRUCTION;
          case TEXT -> throw new IllegalStateException();
        };
    beforeLast = last;
    last = c;
  }

  private static State opened(byte c) {
    return switch (c) {
      case '!' -> State.DECLARED;
      case '?' -> State.INSTRUCTION;
      case '>' -> State.TEXT;
      default -> State.TAG;
    };
  }

  private State declared(byte c) {
    return switch (c) {
      case '-' -> State.COMMENT;
      case '[' -> State.SECTION;
      default ->
          throw new BadLevelsException("XML without a document type declaration", "one", line);
    };
  }

  private boolean ended(byte c, byte first, byte second) {
    return c == '>' && last == first && beforeLast == second;
  }
}
