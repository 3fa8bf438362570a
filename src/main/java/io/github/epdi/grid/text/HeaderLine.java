package io.github.epdi.grid.text;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One line of a header, cut into words when they are asked for. */
public final class HeaderLine {
  private static final int SHOWN = 60;

  private final String text;
  private final long number;
  private final String place;
  private List<String> words;

  /**
   * A line.
   *
   * @param text the line without its end
   * @param number from 1
   */
  public HeaderLine(String text, long number) {
    this(text, number, "line " + number);
  }

  private HeaderLine(String text, long number, String place) {
    this.text = text;
    this.number = number;
    this.place = place;
  }

  /** What a file without lines holds at a place that has a name; its number is 0. */
  public static HeaderLine at(String place, String text) {
    return new HeaderLine(text, 0, place);
  }

  public String text() {
    return text;
  }

  public long number() {
    return number;
  }

  /** Where it is, for messages: {@code (line 7)}. */
  public String where() {
    return "(" + place + ")";
  }

  /** Its parts between blanks. */
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

  /** Number of words. */
  public int size() {
    return words().size();
  }

  /** A finite number, Fortran forms included, or NaN. */
  public static double number(String word) {
    byte[] token = (word + "\0").getBytes(StandardCharsets.UTF_8);
    return new DecimalParser().parse(token, 0);
  }

  /** Whether words {@code from} to {@code from + count - 1} are finite numbers. */
  public boolean hasReals(int from, int count) {
    return size() >= from + count
        && words().subList(from, from + count).stream().noneMatch(w -> Double.isNaN(number(w)));
  }

  /** Whether words {@code from} to {@code from + count - 1} are integers. */
  public boolean hasIntegers(int from, int count) {
    return size() >= from + count
        && words().subList(from, from + count).stream().allMatch(w -> w.matches("[-+]?\\d+"));
  }

  /** Three finite numbers from word {@code from} on. */
  public double[] reals3(int from, String expected) {
    if (!hasReals(from, 3)) {
      throw unexpected(expected);
    }
    return new double[] {
      number(words().get(from)), number(words().get(from + 1)), number(words().get(from + 2))
    };
  }

  /** The integer of a word; beyond 18 digits it is one of 18 nines, too many of anything. */
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

  /** A BAD_HEADER that shows this line. */
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

  /** Text for messages: stripped, without control characters, not too long. */
  public static String printable(String text) {
    return printable(text, SHOWN);
  }

  /** The same of at most so many characters. */
  public static String printable(String text, int most) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= most ? clean : clean.substring(0, most) + "...";
  }
}
