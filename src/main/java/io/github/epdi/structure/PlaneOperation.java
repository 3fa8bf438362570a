package io.github.epdi.structure;

/**
 * An affine map of the plane, (x, y) to (xx x + xy y + tx, yx x + yy y + ty), Angstrom: a symmetry
 * operation of a layer that keeps its sides.
 */
record PlaneOperation(double xx, double xy, double yx, double yy, double tx, double ty) {
  static PlaneOperation translation(double tx, double ty) {
    return new PlaneOperation(1, 0, 0, 1, tx, ty);
  }

  PlaneOperation moved(double dx, double dy) {
    return new PlaneOperation(xx, xy, yx, yy, tx + dx, ty + dy);
  }

  double x(double x, double y) {
    return xx * x + xy * y + tx;
  }

  double y(double x, double y) {
    return yx * x + yy * y + ty;
  }
}
