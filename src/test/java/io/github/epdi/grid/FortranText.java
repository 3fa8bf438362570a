package io.github.epdi.grid;

import java.util.Locale;

/** Values as Fortran's E, ES and F edit descriptors put them into fields of one width. */
public final class FortranText {
  private FortranText() {}

  /** The values of a cube: c fastest, six in a line, a new line behind each column. */
  static String columns(
      TestGrids grid, int nx, int ny, String form, int width, int digits, int exponent) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < nx; i++) {
      for (int j = 0; j < ny; j++) {
        for (int k = 0; k < grid.nz(); k++) {
          text.append(field(form, grid.value(i, j, k), width, digits, exponent));
          text.append((k + 1) % 6 == 0 || k + 1 == grid.nz() ? "\n" : "");
        }
      }
    }
    return text.toString();
  }

  /** The values of a LOCPOT: a fastest. */
  static String block(
      TestGrids grid, int nx, int ny, int perLine, String form, int width, int digits, int e) {
    StringBuilder text = new StringBuilder();
    int count = nx * ny * grid.nz();
    for (int n = 0; n < count; n++) {
      double value = grid.value(n % nx, n / nx % ny, n / (nx * ny));
      text.append(field(form, value, width, digits, e));
      text.append((n + 1) % perLine == 0 || n + 1 == count ? "\n" : "");
    }
    return text.toString();
  }

  /** One field, right-justified; stars if the number does not fit. */
  public static String field(String form, double value, int width, int digits, int exponent) {
    String number =
        switch (form) {
          case "F" -> String.format(Locale.ROOT, "%." + digits + "f", value);
          case "ES" -> scientific(value, digits, exponent);
          default -> shifted(value, digits, exponent);
        };
    int room = width - number.length();
    return room < 0 ? "*".repeat(width) : " ".repeat(room) + number;
  }

  private static String scientific(double value, int digits, int exponent) {
    String java = String.format(Locale.ROOT, "%." + digits + "E", value);
    int at = java.indexOf('E');
    return java.substring(0, at) + power(Integer.parseInt(java.substring(at + 1)), exponent);
  }

  /** A digit 0 before the point. */
  private static String shifted(double value, int digits, int exponent) {
    String java = String.format(Locale.ROOT, "%." + (digits - 1) + "E", Math.abs(value));
    int at = java.indexOf('E');
    String mantissa = java.substring(0, at).replace(".", "");
    int power = value == 0 ? 0 : Integer.parseInt(java.substring(at + 1)) + 1;
    return (value < 0 ? "-0." : "0.") + mantissa + power(power, exponent);
  }

  private static String power(int power, int digits) {
    return String.format(Locale.ROOT, "E%+0" + (digits + 1) + "d", power);
  }
}
