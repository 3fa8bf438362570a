package io.github.epdi.report.figure;

import io.github.epdi.pes.Interval;
import java.util.Locale;

/**
 * Writes numbers as people read them, with a true minus sign and no more digits than mean
 * something.
 */
public final class Digits {
  private static final String MINUS = "\u2212";
  private static final String PLUS_MINUS = " \u00b1 ";

  private Digits() {}

  /** Returns an energy in eV to 1 meV, without unit. */
  public static String energy(double ev) {
    return fixed(ev, 3);
  }

  /** Returns an energy, with its spread where it has one. */
  public static String energy(double ev, Double stdEv) {
    return stdEv == null ? energy(ev) : energy(ev) + PLUS_MINUS + energy(stdEv);
  }

  /** Returns an energy with its spread and its interval, where it has them. */
  public static String energy(double ev, Double stdEv, Interval interval) {
    return energy(ev, stdEv) + (interval == null ? "" : " " + interval(interval));
  }

  /** Returns an interval of energies in brackets. */
  public static String interval(Interval interval) {
    return "[" + energy(interval.lowEv()) + ", " + energy(interval.highEv()) + "]";
  }

  /** Returns a difference of energies, which always has its sign unless it rounds to zero. */
  public static String change(double ev) {
    String digits = energy(ev);
    return digits.startsWith(MINUS) || digits.equals("0.000") ? digits : "+" + digits;
  }

  /** Returns a number with some decimals. A number that rounds to zero has no sign. */
  public static String fixed(double value, int decimals) {
    String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = digits.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
    return zero ? digits.replace("-", "") : digits.replace("-", MINUS);
  }

  /** Returns a coordinate in a drawing, with at most two decimals and a plain minus. */
  static String coordinate(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths % 100 == 0
        ? Long.toString(hundredths / 100)
        : Double.toString(hundredths / 100.0);
  }
}
