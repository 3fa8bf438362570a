package io.github.epdi.grid.text;

import java.io.IOException;
import java.util.Locale;

/** Lines of an XSF file without blank ones and comments. */
public final class XsfLines {
  private static final int MOST_COMMENTS = 10_000;

  private final TextInput in;
  private String firstComment = "";
  private HeaderLine held;

  /** Over a text from where it is. */
  public XsfLines(TextInput in) {
    this.in = in;
  }

  /** The first comment that was passed, without its sign. */
  public String firstComment() {
    return firstComment;
  }

  /** The next line that says something; a BAD_HEADER at the end of the file. */
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

  /** Gives a line back: {@link #next} returns it again. */
  public void hold(HeaderLine line) {
    held = line;
  }

  /** Three vectors on three lines. */
  public double[][] vectors() throws IOException {
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      rows[i] = next("a vector").reals3(0, "three components of a vector");
    }
    return rows;
  }

  /** The upper-case first word of a line. */
  public static String keyword(HeaderLine line) {
    return line.words().get(0).toUpperCase(Locale.ROOT);
  }
}
