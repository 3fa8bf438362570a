package io.github.epdi.grid.text;

import java.io.IOException;
import java.util.Locale;

/** Reads the lines of an XSF file, skipping blank lines and comments. */
public final class XsfLines {
  private static final int MOST_COMMENTS = 10_000;

  private final TextInput in;
  private String firstComment = "";
  private HeaderLine held;

  /** Reads a text from its current position. */
  public XsfLines(TextInput in) {
    this.in = in;
  }

  /** Returns the first comment that was skipped, without its sign. */
  public String firstComment() {
    return firstComment;
  }

  /**
   * Returns the next line that is neither blank nor a comment.
   *
   * @throws io.github.epdi.structure.RejectException BAD_HEADER at the end of the file
   */
  public HeaderLine next(String expected) throws IOException {
    if (held != null) {
      HeaderLine line = held;
      held = null;
      return line;
    }
    for (int i = 0; i < MOST_COMMENTS; i++) {
      HeaderLine line = in.nextFilled(expected);
      if (!line.words().get(0).startsWith("#")) {
        return line;
      }
      if (firstComment.isEmpty()) {
        firstComment = line.text().strip().substring(1);
      }
    }
    throw new HeaderLine("more than " + MOST_COMMENTS + " comments", in.line).unexpected(expected);
  }

  /** Gives a line back, so that {@link #next} returns it again. */
  public void hold(HeaderLine line) {
    held = line;
  }

  /** Reads three vectors on three lines. */
  public double[][] vectors() throws IOException {
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      rows[i] = next("a vector").reals3(0, "three components of a vector");
    }
    return rows;
  }

  /** Returns the first word of a line in upper case. */
  public static String keyword(HeaderLine line) {
    return line.words().get(0).toUpperCase(Locale.ROOT);
  }
}
