package io.github.epdi.dataset.calculation;

import java.util.Locale;

/**
 * A line of a file, so that a message about a number can tell where it was read.
 *
 * @param file name of the file
 * @param line number of the line, from 1
 */
public record Place(String file, int line) {
  private static final int SHOWN = 60;

  /**
   * Reads a finite number as Fortran or C writes it. The exponent may have a D in place of an E.
   *
   * @param text the number
   * @param what what the number is, for the message
   * @throws UnusableException BAD_FILE if it is no such number, naming this line
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
   * Reads an integer.
   *
   * @param text the number
   * @param what what the number is, for the message
   * @throws UnusableException BAD_FILE if it is no integer, naming this line
   */
  public int integer(String text, String what) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw bad(what, text);
    }
  }

  /** Makes the exception for a text that is not what it should be. */
  public UnusableException bad(String expected, String text) {
    return UnusableException.of(
        ImportCode.BAD_FILE, expected, "\"" + printable(text) + "\" (" + this + ")");
  }

  /** Returns a text for messages, without control characters and shortened. */
  public static String printable(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "...";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, line %d", file, line);
  }
}
