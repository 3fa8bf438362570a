package io.github.epdi.image;

/**
 * A rectangle cut out of a periodic {@link PlaneField} that is sampled without wrapping any index:
 * bicubic (Catmull-Rom), at positions that are affine in row and column. Reused from image to
 * image; not thread-safe.
 *
 * <p>Between two points of a line the curve is one cubic; its four coefficients are worked out
 * once, side by side, and serve all pixels between the points.
 *
 * <p>Positions are in grid steps, (gx, gy) = (fa * nx, fb * ny).
 */
final class SurfacePatch {
  /** Below this many grid steps over a whole row, the row runs along a. */
  private static final double ALONG_A = 1e-9;

  private double[] points = new double[0];
  private double[][] cubics = new double[0][];
  private double[] line = new double[0];
  private double[] across = new double[0];
  private int lineLength;
  private int width;
  private int height;
  private double gx;
  private double gy;

  /**
   * Where the samples lie: that of row r and column c at {@code gx + r * rowGx + c * columnGx},
   * likewise y.
   */
  record Grid(
      double gx,
      double gy,
      double columnGx,
      double columnGy,
      double rowGx,
      double rowGy,
      int columns,
      int rows) {}

  /** Samples a field into {@code out}, row by row. */
  void sample(PlaneField field, Grid at, double[] out) {
    cut(field, at);
    if (Math.abs(at.columnGy) * at.columns < ALONG_A) {
      sampleAlongA(at, out);
    } else {
      sampleAcross(at, out);
    }
  }

  private void cut(PlaneField field, Grid at) {
    double lastColumn = at.columns - 1.0;
    double lastRow = at.rows - 1.0;
    double minX = Math.min(0, lastColumn * at.columnGx) + Math.min(0, lastRow * at.rowGx);
    double maxX = Math.max(0, lastColumn * at.columnGx) + Math.max(0, lastRow * at.rowGx);
    double minY = Math.min(0, lastColumn * at.columnGy) + Math.min(0, lastRow * at.rowGy);
    double maxY = Math.max(0, lastColumn * at.columnGy) + Math.max(0, lastRow * at.rowGy);
    // One point before and two after are taps; one more on each side covers rounding.
    int left = (int) Math.floor(at.gx + minX) - 2;
    int low = (int) Math.floor(at.gy + minY) - 2;
    width = (int) Math.floor(at.gx + maxX) + 4 - left;
    height = (int) Math.floor(at.gy + maxY) + 4 - low;
    gx = at.gx - left;
    gy = at.gy - low;
    lineLength = CatmullRom.COEFFICIENTS * width;
    if (cubics.length < height || cubics[0].length < lineLength) {
      cubics = new double[height][lineLength];
    }
    points = atLeast(points, width);
    for (int j = 0; j < height; j++) {
      copyRow(field, left, Math.floorMod(low + j, field.ny()));
      CatmullRom.cubics(points, width, cubics[j]);
    }
  }

  private void copyRow(PlaneField field, int left, int row) {
    int nx = field.nx();
    int from = Math.floorMod(left, nx);
    int done = 0;
    while (done < width) {
      int count = Math.min(nx - from, width - done);
      System.arraycopy(field.values(), row * nx + from, points, done, count);
      done += count;
      from = 0;
    }
  }

  /** Rows along a: the cubics of one line between the grid's, then the pixels along that line. */
  private void sampleAlongA(Grid at, double[] out) {
    across = atLeast(across, at.columns);
    for (int c = 0; c < at.columns; c++) {
      across[c] = c * at.columnGx;
    }
    line = atLeast(line, lineLength);
    for (int r = 0; r < at.rows; r++) {
      double y = gy + r * at.rowGy;
      int j = (int) y;
      interpolateLine(j, y - j);
      sampleLine(gx + r * at.rowGx, at.columns, out, r * at.columns);
    }
  }

  private void sampleLine(double x0, int columns, double[] out, int to) {
    double[] q = line;
    double[] steps = across;
    for (int c = 0; c < columns; c++) {
      double x = x0 + steps[c];
      int i = (int) x;
      double t = x - i;
      int at = CatmullRom.COEFFICIENTS * i;
      out[to + c] = CatmullRom.value(q, at, t);
    }
  }

  private void interpolateLine(int j, double t) {
    CatmullRom.between(cubics[j - 1], cubics[j], cubics[j + 1], cubics[j + 2], t, lineLength, line);
  }

  /** Rows in any direction: the four lines of the grid around a pixel, then between them. */
  private void sampleAcross(Grid at, double[] out) {
    for (int r = 0; r < at.rows; r++) {
      double x0 = gx + r * at.rowGx;
      double y0 = gy + r * at.rowGy;
      int to = r * at.columns;
      for (int c = 0; c < at.columns; c++) {
        double x = x0 + c * at.columnGx;
        double y = y0 + c * at.columnGy;
        int i = (int) x;
        int j = (int) y;
        double s = x - i;
        double t = y - j;
        int at0 = CatmullRom.COEFFICIENTS * i;
        double v0 = CatmullRom.value(cubics[j - 1], at0, s);
        double v1 = CatmullRom.value(cubics[j], at0, s);
        double v2 = CatmullRom.value(cubics[j + 1], at0, s);
        double v3 = CatmullRom.value(cubics[j + 2], at0, s);
        out[to + c] =
            CatmullRom.before(t) * v0
                + CatmullRom.first(t) * v1
                + CatmullRom.second(t) * v2
                + CatmullRom.after(t) * v3;
      }
    }
  }

  private static double[] atLeast(double[] array, int length) {
    return array.length < length ? new double[length] : array;
  }
}
