package io.github.epdi.report.figure;

import io.github.epdi.structure.LateralPosition;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;

/**
 * Maps places on a surface (x along a, y along n x a, Angstrom) to pixels of its map. The map shows
 * the home cell with a margin all around, seen from outside of the slab.
 */
public final class SurfaceFrame {
  private static final double MARGIN_ANGSTROM = 1.1;

  private final Lattice lattice;
  private final Side side;
  private final double minX;
  private final double maxX;
  private final double minY;
  private final double maxY;
  private final double pixelsPerAngstrom;

  /**
   * Makes a frame that holds the whole cell and a margin.
   *
   * @param width width of the drawing, in its own units
   */
  public SurfaceFrame(Lattice lattice, Side side, double width) {
    this.lattice = lattice;
    this.side = side;
    double[][] corners = {place(0, 0), place(1, 0), place(0, 1), place(1, 1)};
    double lowX = 0;
    double highX = 0;
    double lowY = 0;
    double highY = 0;
    for (double[] corner : corners) {
      lowX = Math.min(lowX, corner[0]);
      highX = Math.max(highX, corner[0]);
      lowY = Math.min(lowY, corner[1]);
      highY = Math.max(highY, corner[1]);
    }
    minX = lowX - MARGIN_ANGSTROM;
    maxX = highX + MARGIN_ANGSTROM;
    minY = lowY - MARGIN_ANGSTROM;
    maxY = highY + MARGIN_ANGSTROM;
    pixelsPerAngstrom = width / (maxX - minX);
  }

  /** Returns the place of lateral fractional coordinates in Angstrom. */
  double[] place(double u, double v) {
    LateralPosition at = LateralPosition.of(lattice, side, u, v);
    return new double[] {at.xAngstrom(), at.yAngstrom()};
  }

  double px(double[] place) {
    return (place[0] - minX) * pixelsPerAngstrom;
  }

  double py(double[] place) {
    return (maxY - place[1]) * pixelsPerAngstrom;
  }

  double scale() {
    return pixelsPerAngstrom;
  }

  double width() {
    return (maxX - minX) * pixelsPerAngstrom;
  }

  double height() {
    return (maxY - minY) * pixelsPerAngstrom;
  }

  public double widthAngstrom() {
    return maxX - minX;
  }

  public double heightAngstrom() {
    return maxY - minY;
  }

  /** Returns the lateral fractional coordinates of the middle of the map. */
  public double[] centre() {
    double[] b = place(0, 1);
    double v = (minY + maxY) / 2 / b[1];
    double u = ((minX + maxX) / 2 - v * b[0]) / place(1, 0)[0];
    return new double[] {u, v};
  }

  /** Tells whether a place, with some room around it, is visible on the map. */
  boolean shows(double[] place, double roomAngstrom) {
    return place[0] > minX - roomAngstrom
        && place[0] < maxX + roomAngstrom
        && place[1] > minY - roomAngstrom
        && place[1] < maxY + roomAngstrom;
  }

  /**
   * Tells whether some of the cell (i, j) cells away is visible, with room for what sticks out of
   * it.
   */
  boolean showsCell(int i, int j) {
    double lowX = Double.POSITIVE_INFINITY;
    double highX = Double.NEGATIVE_INFINITY;
    double lowY = Double.POSITIVE_INFINITY;
    double highY = Double.NEGATIVE_INFINITY;
    for (int p = 0; p <= 1; p++) {
      for (int q = 0; q <= 1; q++) {
        double[] corner = place(i + p, j + q);
        lowX = Math.min(lowX, corner[0]);
        highX = Math.max(highX, corner[0]);
        lowY = Math.min(lowY, corner[1]);
        highY = Math.max(highY, corner[1]);
      }
    }
    double room = 2 * MARGIN_ANGSTROM;
    return lowX < maxX + room && highX > minX - room && lowY < maxY + room && highY > minY - room;
  }
}
