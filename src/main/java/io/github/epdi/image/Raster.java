package io.github.epdi.image;

/**
 * Pixel centres in the surface plane, relative to the point that a picture is centred on. Column c
 * lies at {@code x = left + c * step} and row r at {@code y = upper - r * step}. Lengths are in
 * Angstrom.
 *
 * @param leftAngstrom x of the first column
 * @param upperAngstrom y of the first row
 * @param stepAngstrom distance of neighbouring centres
 * @param columns pixels along x
 * @param rows pixels along -y
 */
record Raster(
    double leftAngstrom, double upperAngstrom, double stepAngstrom, int columns, int rows) {
  /**
   * Returns the square window of an image, whose pixel (r, c) lies at ((c + 1/2 - P/2) w/P, (P/2 -
   * r - 1/2) w/P).
   */
  static Raster window(double windowAngstrom, int pixels) {
    return centred(windowAngstrom / pixels, pixels, pixels);
  }

  /** Returns a rectangle of pixels around the centre. */
  static Raster centred(double stepAngstrom, int columns, int rows) {
    return new Raster(
        (0.5 - columns / 2.0) * stepAngstrom,
        (rows / 2.0 - 0.5) * stepAngstrom,
        stepAngstrom,
        columns,
        rows);
  }

  /** Number of pixels. */
  int size() {
    return columns * rows;
  }
}
