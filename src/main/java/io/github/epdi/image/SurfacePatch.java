package io.github.epdi.image;

/**
 * A rectangle cut out of a periodic {@link PlaneField} that is sampled without wrapping any index:
 * bicubic (Catmull-Rom), at positions that are affine in row and column. Reused from image to
 * image; not thread-safe.
 *
 * <p>Positions are in grid steps, (gx, gy) = (fa * nx, fb * ny).
 */
final class SurfacePatch {
  /** Below this many grid steps over a whole row, the row runs along a. */
  private static final double ALONG_A = 1e-9;

  private double[] patch = new double[0];
  private double[] line = new double[0];
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
    if (patch.length < width * height) {
      patch = new double[width * height];
    }
    for (int j = 0; j < height; j++) {
      copyRow(field, left, Math.floorMod(low + j, field.ny()), j * width);
    }
  }

  private void copyRow(PlaneField field, int left, int row, int to) {
    int nx = field.nx();
    int from = Math.floorMod(left, nx);
    int done = 0;
    while (done < width) {
      int count = Math.min(nx - from, width - done);
      System.arraycopy(field.values(), row * nx + from, patch, to + done, count);
      done += count;
      from = 0;
    }
  }

  /** Rows along a: interpolates one line of the grid along b, then the pixels along that line. */
  private void sampleAlongA(Grid at, double[] out) {
    if (line.length < width) {
      line = new double[width];
    }
    for (int r = 0; r < at.rows; r++) {
      double y = gy + r * at.rowGy;
      int j = (int) y;
      interpolateLine(j, y - j);
      double x0 = gx + r * at.rowGx;
      for (int c = 0; c < at.columns; c++) {
        double x = x0 + c * at.columnGx;
        int i = (int) x;
        double t = x - i;
        out[r * at.columns + c] =
            CatmullRom.before(t) * line[i - 1]
                + CatmullRom.first(t) * line[i]
                + CatmullRom.second(t) * line[i + 1]
                + CatmullRom.after(t) * line[i + 2];
      }
    }
  }

  private void interpolateLine(int j, double t) {
    double w0 = CatmullRom.before(t);
    double w1 = CatmullRom.first(t);
    double w2 = CatmullRom.second(t);
    double w3 = CatmullRom.after(t);
    int p0 = (j - 1) * width;
    int p1 = p0 + width;
    int p2 = p1 + width;
    int p3 = p2 + width;
    for (int i = 0; i < width; i++) {
      line[i] = w0 * patch[p0 + i] + w1 * patch[p1 + i] + w2 * patch[p2 + i] + w3 * patch[p3 + i];
    }
  }

  private void sampleAcross(Grid at, double[] out) {
    for (int r = 0; r < at.rows; r++) {
      double x0 = gx + r * at.rowGx;
      double y0 = gy + r * at.rowGy;
      for (int c = 0; c < at.columns; c++) {
        out[r * at.columns + c] = bicubic(x0 + c * at.columnGx, y0 + c * at.columnGy);
      }
    }
  }

  private double bicubic(double x, double y) {
    int i = (int) x;
    int j = (int) y;
    double s = x - i;
    double t = y - j;
    double w0 = CatmullRom.before(t);
    double w1 = CatmullRom.first(t);
    double w2 = CatmullRom.second(t);
    double w3 = CatmullRom.after(t);
    int p0 = (j - 1) * width + i - 1;
    int p1 = p0 + width;
    int p2 = p1 + width;
    int p3 = p2 + width;
    double[] v = patch;
    return CatmullRom.before(s) * (w0 * v[p0] + w1 * v[p1] + w2 * v[p2] + w3 * v[p3])
        + CatmullRom.first(s) * (w0 * v[p0 + 1] + w1 * v[p1 + 1] + w2 * v[p2 + 1] + w3 * v[p3 + 1])
        + CatmullRom.second(s) * (w0 * v[p0 + 2] + w1 * v[p1 + 2] + w2 * v[p2 + 2] + w3 * v[p3 + 2])
        + CatmullRom.after(s) * (w0 * v[p0 + 3] + w1 * v[p1 + 3] + w2 * v[p2 + 3] + w3 * v[p3 + 3]);
  }
}
