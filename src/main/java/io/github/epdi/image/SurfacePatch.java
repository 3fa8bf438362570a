package io.github.epdi.image;

/**
 * Samples a {@link PlaneField} by bicubic (Catmull-Rom) interpolation at positions that are affine
 * in row and column. A rectangle that holds all positions is first cut out of the periodic field,
 * so that no index has to be wrapped while it is sampled. An object is reused from image to image
 * and is not thread-safe.
 *
 * <p>Along a the curve between two points of a line is one cubic. Its four coefficients are worked
 * out once and serve all pixels of a row that lie between the two points.
 *
 * <p>Positions are in grid steps: (gx, gy) = (fa * nx, fb * ny).
 */
final class SurfacePatch {
  /**
   * A row that leaves its line by fewer grid steps than this over its whole length runs along a.
   */
  private static final double ALONG_A = 1e-9;

  private double[][] patch = new double[0][];
  private double[] line = new double[0];
  private double[] cubics = new double[0];
  private double[] steps = new double[0];
  private int width;
  private int height;
  private double gx;
  private double gy;

  /**
   * Where the samples lie. That of row r and column c has the position {@code gx + r * rowGx + c *
   * columnGx} along a, and likewise {@code gy} and so on along b.
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
    // A cubic needs one point before and two after; one more on each side covers rounding.
    int left = (int) Math.floor(at.gx + minX) - 2;
    int low = (int) Math.floor(at.gy + minY) - 2;
    width = (int) Math.floor(at.gx + maxX) + 4 - left;
    height = (int) Math.floor(at.gy + maxY) + 4 - low;
    gx = at.gx - left;
    gy = at.gy - low;
    if (patch.length < height || patch[0].length < width) {
      patch = new double[height][width];
    }
    for (int j = 0; j < height; j++) {
      copyRow(field, left, Math.floorMod(low + j, field.ny()), patch[j]);
    }
  }

  private void copyRow(PlaneField field, int left, int row, double[] to) {
    int nx = field.nx();
    int from = Math.floorMod(left, nx);
    int done = 0;
    while (done < width) {
      int count = Math.min(nx - from, width - done);
      System.arraycopy(field.values(), row * nx + from, to, done, count);
      done += count;
      from = 0;
    }
  }

  /**
   * Samples rows that run along a: for each row one line is interpolated between the grid's lines,
   * then the cubics of that line, then the pixels along it.
   */
  private void sampleAlongA(Grid at, double[] out) {
    steps = atLeast(steps, at.columns);
    for (int c = 0; c < at.columns; c++) {
      steps[c] = c * at.columnGx;
    }
    line = atLeast(line, width);
    cubics = atLeast(cubics, CatmullRom.COEFFICIENTS * width);
    for (int r = 0; r < at.rows; r++) {
      double y = gy + r * at.rowGy;
      int j = (int) y;
      CatmullRom.between(patch[j - 1], patch[j], patch[j + 1], patch[j + 2], y - j, width, line);
      CatmullRom.cubics(line, width, cubics);
      sampleLine(gx + r * at.rowGx, at.columns, out, r * at.columns);
    }
  }

  private void sampleLine(double x0, int columns, double[] out, int to) {
    double[] q = cubics;
    double[] dx = steps;
    for (int c = 0; c < columns; c++) {
      double x = x0 + dx[c];
      int i = (int) x;
      out[to + c] = CatmullRom.value(q, CatmullRom.COEFFICIENTS * i, x - i);
    }
  }

  /**
   * Samples rows of any direction: for each pixel the four lines of the grid around it are
   * interpolated along a, then the result between them along b.
   */
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
        double wp = CatmullRom.before(s);
        double wq = CatmullRom.first(s);
        double wr = CatmullRom.second(s);
        double ws = CatmullRom.after(s);
        double[] p = patch[j - 1];
        double[] q = patch[j];
        double[] u = patch[j + 1];
        double[] v = patch[j + 2];
        out[to + c] =
            CatmullRom.before(t) * (wp * p[i - 1] + wq * p[i] + wr * p[i + 1] + ws * p[i + 2])
                + CatmullRom.first(t) * (wp * q[i - 1] + wq * q[i] + wr * q[i + 1] + ws * q[i + 2])
                + CatmullRom.second(t) * (wp * u[i - 1] + wq * u[i] + wr * u[i + 1] + ws * u[i + 2])
                + CatmullRom.after(t) * (wp * v[i - 1] + wq * v[i] + wr * v[i + 1] + ws * v[i + 2]);
      }
    }
  }

  private static double[] atLeast(double[] array, int length) {
    return array.length < length ? new double[length] : array;
  }
}
