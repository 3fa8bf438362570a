package io.github.epdi.grid.text;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One line of a header, which is split into words when these are first needed. */
public final class HeaderLine {
  private static final int SHOWN = 60;

  private final String text;
  private final long number;
  private final String place;
  private List<String> words;

  /**
   * Makes a line.
   *
   * @param text the line without its end
   * @param number number of the line, from 1
   */
  public HeaderLine(String text, long number) {
    this(text, number, "line " + number);
  }

  private HeaderLine(String text, long number, String place) {
    this.text = text;
    this.number = number;
    this.place = place;
  }

  /** Makes a line for the contents of a named place in a file without lines. Its number is 0. */
  public static HeaderLine at(String place, String text) {
    return new HeaderLine(text, 0, place);
  }

  public String text() {
    return text;
  }

  public long number() {
    return number;
  }

  /** Returns the place for messages, such as {@code (line 7)}. */
  public String where() {
    return "(" + place + ")";
  }

  /** Returns the parts between blanks. */
  public List<String> words() {
    if (words == null) {
      words = split(text);
    }
    return words;
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
        if (at > from) {
          words.add(text.substring(from, at));
        }
        from = at + 1;
      }
    }
    return Collections.unmodifiableList(words);
  }

  /** Returns the number of words. */
  public int size() {
    return words().size();
  }

  /** Returns a finite number in decimal or Fortran form, or NaN if the word is none. */
  public static double number(String word) {
    byte[] token = (word + "\0").getBytes(StandardCharsets.UTF_8);
    return new DecimalParser().parse(token, 0);
  }

  /** Tells whether words {@code from} to {@code from + count - 1} are finite numbers. */
  public boolean hasReals(int from, int count) {
    return size() >= from + count
        && words().subList(from, from + count).stream().noneMatch(w -> Double.isNaN(number(w)));
  }

  /** Tells whether words {@code from} to {@code from + count - 1} are integers. */
  public boolean hasIntegers(int from, int count) {
    return size() >= from + count
        && words().subList(from, from + count).stream().allMatch(w -> w.matches("[-+]?\\d+"));
  }

  /**
   * Returns three finite numbers from word {@code from} on.
   *
   * @throws RejectException BAD_HEADER if they are not there
   */
  public double[] reals3(int from, String expected) {
    if (!hasReals(from, 3)) {
      throw unexpected(expected);
    }
    return new double[] {
      number(words().get(from)), number(words().get(from + 1)), number(words().get(from + 2))
    };
  }

  /**
   * Returns the integer of a word. Beyond 18 digits it is replaced by one of 18 nines, which
   * exceeds every limit.
   *
   * @throws RejectException BAD_HEADER if the word is not an integer
   */
  public long integer(int index, String expected) {
    if (!hasIntegers(index, 1)) {
      throw unexpected(expected);
    }
    String word = words().get(index);
    long most = 999_999_999_999_999_999L;
    if (word.length() > 18) {
      return word.startsWith("-") ? -most : most;
    }
    return Long.parseLong(word);
  }

  /** Makes a BAD_HEADER that shows this line. */
  public RejectException unexpected(String expected) {
    return new RejectException(
        RejectCode.BAD_HEADER,
        "Cannot read the header: expected "
            + expected
            + ", found \""
            + printable(text)
            + "\" "
            + where(),
        number);
  }

  /** Returns a text for messages, without control characters and shortened. */
  public static String printable(String text) {
    return printable(text, SHOWN);
  }

  /**
   * Returns a text for messages, without control characters and with at most {@code most}
   * characters.
   */
  public static String printable(String text, int most) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= most ? clean : clean.substring(0, most) + "...";
  }
}
