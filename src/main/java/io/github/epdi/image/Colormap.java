package io.github.epdi.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Named colour maps of 256 RGB entries, 8 bits a channel, as matplotlib's maps of these names give
 * them (fractions of a level are dropped, as there).
 */
public enum Colormap {
  /** Perceptually uniform, dark blue to yellow (Smith, van der Walt and Firing; CC0). */
  VIRIDIS(Colormap::viridis),
  /** The classic rainbow: piecewise linear in each channel. */
  JET(Colormap::jet),
  /** Black to white: entry i is level i. */
  GREY(() -> evenly(0x010101));

  /** Number of entries. */
  static final int SIZE = 256;

  private interface Table {
    int[] rgb();
  }

  @SuppressWarnings("ImmutableEnumChecker") // filled once, never handed out
  private final int[] rgb;

  Colormap(Table table) {
    this.rgb = table.rgb();
  }

  /** Returns entry 0 to 255 as 0xRRGGBB. */
  public int rgb(int entry) {
    return rgb[entry];
  }

  /** Lower-case name as in bundles. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a map by its name, in upper or lower case.
   *
   * @throws IllegalArgumentException if there is none; the message names all maps
   */
  public static Colormap ofLabel(String label) {
    for (Colormap map : values()) {
      if (map.label().equals(label.toLowerCase(Locale.ROOT))) {
        return map;
      }
    }
    throw new IllegalArgumentException(
        "Cannot find colour map: expected one of "
            + Arrays.stream(values()).map(Colormap::label).collect(Collectors.joining(", "))
            + ", found "
            + label);
  }

  private static int[] evenly(int step) {
    int[] table = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      table[i] = i * step;
    }
    return table;
  }

  private static int[] viridis() {
    String name = "viridis.hex";
    try (InputStream stream = Colormap.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      String digits =
          lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining());
      if (digits.length() != 6 * SIZE) {
        throw new IllegalStateException(
            "Cannot read " + name + ": expected 256 entries, found " + digits.length() + " digits");
      }
      int[] table = new int[SIZE];
      for (int i = 0; i < SIZE; i++) {
        table[i] = Integer.parseInt(digits, 6 * i, 6 * i + 6, 16);
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  private static int[] jet() {
    double[][] red = {{0, 0}, {0.35, 0}, {0.66, 1}, {0.89, 1}, {1, 0.5}};
    double[][] green = {{0, 0}, {0.125, 0}, {0.375, 1}, {0.64, 1}, {0.91, 0}, {1, 0}};
    double[][] blue = {{0, 0.5}, {0.11, 1}, {0.34, 1}, {0.65, 0}, {1, 0}};
    int[] table = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      table[i] = level(red, i) << 16 | level(green, i) << 8 | level(blue, i);
    }
    return table;
  }

  /**
   * Returns the 8-bit level of an entry of a channel that is a broken line, given by corners (place
   * from 0 to 1, brightness).
   */
  private static int level(double[][] corners, int entry) {
    int right = 1;
    while (corners[right][0] * (SIZE - 1) < entry) {
      right++;
    }
    double x0 = corners[right - 1][0] * (SIZE - 1);
    double x1 = corners[right][0] * (SIZE - 1);
    double y0 = corners[right - 1][1];
    double brightness = (entry - x0) / (x1 - x0) * (corners[right][1] - y0) + y0;
    return (int) (brightness * 255);
  }
}
