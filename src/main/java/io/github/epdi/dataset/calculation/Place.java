package io.github.epdi.dataset.calculation;

import java.util.Locale;

/**
 * A line of a file, which every number that is taken from a file can name.
 *
 * @param file its name
 * @param line from 1
 */
public record Place(String file, int line) {
  private static final int SHOWN = 60;

  /**
   * A finite number as Fortran or C writes it; an exponent may have a D in place of its E.
   *
   * @param what the number is, for the message
   * @throws UnusableException BAD_FILE, naming this line
   */
  public double real(String text, String what) {
    try {
      double value = Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
      if (Double.isFinite(value) && !text.matches(".*[fFxX].*")) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(what, text);
    }
    throw bad(what, text);
  }

  /**
   * An integer.
   *
   * @param what the number is, for the message
   * @throws UnusableException BAD_FILE, naming this line
   */
  public int integer(String text, String what) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw bad(what, text);
    }
  }

  /** What to throw where a text is not what it has to be. */
  public UnusableException bad(String expected, String text) {
    return UnusableException.of(
        ImportCode.BAD_FILE, expected, "\"" + printable(text) + "\" (" + this + ")");
  }

  /** A text of a file as it can be shown: without control characters, not too long. */
  public static String printable(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "...";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, line %d", file, line);
  }
}
