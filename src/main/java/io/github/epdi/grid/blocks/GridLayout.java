package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Locale;

/**
 * The number of values in a block and their order.
 *
 * @param nx points along a
 * @param ny points along b
 * @param nz points along c
 * @param order which index runs fastest
 */
public record GridLayout(int nx, int ny, int nz, ValueOrder order) {
  /** Length of the shortest value with its blank. */
  static final int FEWEST_BYTES_PER_VALUE = 2;

  /** Length beyond that of any format's field, including blanks and line ends. */
  static final int MOST_BYTES_PER_VALUE = 64;

  private static final int MOST_POINTS_PER_AXIS = 1 << 16;
  private static final int MOST_POINTS_PER_PLANE = 1 << 24;

  /**
   * Makes a layout within limits.
   *
   * @param points numbers of points along a, b and c
   * @param order which index runs fastest
   * @param limits largest sizes
   * @param line the line with the numbers, for messages
   * @throws RejectException TOO_LARGE, or BAD_HEADER if a number of points is not positive
   */
  public static GridLayout of(long[] points, ValueOrder order, GridLimits limits, HeaderLine line) {
    double total = 1;
    for (long n : points) {
      if (n <= 0) {
        throw line.unexpected("positive numbers of points");
      }
      total *= n;
    }
    checkPoints(total, limits, line);
    checkShape(points, line);
    return new GridLayout((int) points[0], (int) points[1], (int) points[2], order);
  }

  private static void checkPoints(double points, GridLimits limits, HeaderLine line) {
    double most = Math.min(limits.maxPoints(), Integer.MAX_VALUE - 8);
    if (points > most || points * FEWEST_BYTES_PER_VALUE > limits.maxDecompressedBytes()) {
      String expected =
          String.format(
              Locale.ROOT,
              "at most %.0f points and %d bytes of text",
              most,
              limits.maxDecompressedBytes());
      throw tooLarge(expected, String.format(Locale.ROOT, "%.0f points", points), line);
    }
  }

  /** Limits rows and planes, because memory for them is allocated before their values are read. */
  private static void checkShape(long[] points, HeaderLine line) {
    long longest = Math.max(points[0], Math.max(points[1], points[2]));
    if (longest > MOST_POINTS_PER_AXIS || points[0] * points[1] > MOST_POINTS_PER_PLANE) {
      String expected =
          String.format(
              Locale.ROOT,
              "at most %d points along an axis and %d in a plane",
              MOST_POINTS_PER_AXIS,
              MOST_POINTS_PER_PLANE);
      throw tooLarge(expected, points[0] + " x " + points[1] + " x " + points[2] + " points", line);
    }
  }

  private static RejectException tooLarge(String expected, String found, HeaderLine line) {
    return new RejectException(
        RejectCode.TOO_LARGE,
        "Cannot hold the grid: expected " + expected + ", found " + found + " " + line.where(),
        line.number());
  }

  /** Number of values in a block. */
  public long points() {
    return (long) nx * ny * nz;
  }

  /** Returns the fewest bytes of text that a block can have. */
  public long fewestBytes() {
    return points() * FEWEST_BYTES_PER_VALUE - 1;
  }

  /** Returns the most bytes of text that a block may have. */
  public long mostBytes(GridLimits limits) {
    return Math.min(points() * MOST_BYTES_PER_VALUE + (1 << 20), limits.maxDecompressedBytes());
  }
}
