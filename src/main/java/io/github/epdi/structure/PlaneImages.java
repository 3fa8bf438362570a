package io.github.epdi.structure;

/**
 * Visits periodic images of lateral vectors. It works on the reduced basis, so that images of
 * skewed cells are found as well.
 */
final class PlaneImages {
  /** What happens at each image. */
  interface Visitor {
    /** Called with the Cartesian components (Angstrom) of one image of the vector. */
    void visit(double dx, double dy);
  }

  private final PlaneLattice basis;

  PlaneImages(PlaneLattice lattice) {
    this.basis = lattice.reduced();
  }

  PlaneLattice basis() {
    return basis;
  }

  /** Returns the shortest image (x, y) of a vector. */
  double[] shortest(double dx, double dy) {
    double[] best = wrapped(dx, dy);
    double[] start = best;
    for (int m = -1; m <= 1; m++) {
      for (int n = -1; n <= 1; n++) {
        double[] image = {start[0] + basis.x(m, n), start[1] + basis.y(m, n)};
        if (PlaneLattice.dot(image, image) < PlaneLattice.dot(best, best) - 1e-12) {
          best = image;
        }
      }
    }
    return best;
  }

  /**
   * Returns an image near the origin. It is the shortest one if that is shorter than a third of the
   * cell.
   */
  double[] wrapped(double dx, double dy) {
    double m = Math.rint(basis.u(dx, dy));
    double n = Math.rint(basis.v(dx, dy));
    return new double[] {dx - basis.x(m, n), dy - basis.y(m, n)};
  }

  /** Visits every image of a vector that is not longer than the radius. */
  void within(double dx, double dy, double radius, Visitor visitor) {
    double[] start = wrapped(dx, dy);
    int reachU = (int) Math.ceil(radius / basis.spacingU() + 0.5);
    int reachV = (int) Math.ceil(radius / basis.spacingV() + 0.5);
    for (int m = -reachU; m <= reachU; m++) {
      for (int n = -reachV; n <= reachV; n++) {
        double x = start[0] + basis.x(m, n);
        double y = start[1] + basis.y(m, n);
        if (x * x + y * y <= radius * radius) {
          visitor.visit(x, y);
        }
      }
    }
  }
}
