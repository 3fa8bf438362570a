package io.github.epdi.image;

import io.github.epdi.grid.GridOrigin;
import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.structure.Lattice;

/**
 * The potential on one plane parallel to the surface, relative to a vacuum level: a periodic field
 * on the lateral grid, interpolated along c between four grid planes.
 *
 * <p>All points of such a plane have the same fractional coordinate along c. In a cell whose c is
 * tilted, or a grid that begins elsewhere, the point above the lateral position (u, v) has other
 * fractional coordinates in the grid, {@code (u + shiftA, v + shiftB)}.
 */
final class PlaneField {
  /** A plane this close (in grid steps) is taken as it is, so no neighbour of it is asked for. */
  private static final double ON_A_PLANE = 1e-9;

  private final int nx;
  private final int ny;
  private final double[] values;
  private final double shiftA;
  private final double shiftB;

  private PlaneField(int nx, int ny, double[] values, double shiftA, double shiftB) {
    this.nx = nx;
    this.ny = ny;
    this.values = values;
    this.shiftA = shiftA;
    this.shiftB = shiftB;
  }

  /**
   * Interpolates a plane.
   *
   * @param normalAngstrom coordinate along the top normal, from the cell's origin
   * @param levelEv vacuum level that is subtracted
   * @throws IllegalStateException if one of the four planes was not read
   */
  static PlaneField at(PotentialGrid grid, double normalAngstrom, double levelEv) {
    Lattice lattice = grid.lattice();
    double[] n = lattice.topNormal();
    double[] foot =
        lattice.fractional(normalAngstrom * n[0], normalAngstrom * n[1], normalAngstrom * n[2]);
    double position = (foot[2] - grid.origin().fc()) * grid.nz();
    int k = (int) Math.floor(position);
    double t = position - k;
    if (t < ON_A_PLANE) {
      t = 0;
    } else if (t > 1 - ON_A_PLANE) {
      k++;
      t = 0;
    }
    double[] values = new double[grid.nx() * grid.ny()];
    if (t == 0) {
      subtract(grid.plane(k), levelEv, values);
    } else {
      interpolate(grid, k, t, levelEv, values);
    }
    GridOrigin origin = grid.origin();
    return new PlaneField(
        grid.nx(), grid.ny(), values, foot[0] - origin.fa(), foot[1] - origin.fb());
  }

  /** Points along a. */
  int nx() {
    return nx;
  }

  /** Points along b. */
  int ny() {
    return ny;
  }

  /** eV relative to the level, a fastest, length nx * ny; not copied. */
  double[] values() {
    return values;
  }

  /** What a lateral fractional coordinate along a has to be increased by. */
  double shiftA() {
    return shiftA;
  }

  /** What a lateral fractional coordinate along b has to be increased by. */
  double shiftB() {
    return shiftB;
  }

  private static void subtract(double[] plane, double levelEv, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = plane[i] - levelEv;
    }
  }

  private static void interpolate(
      PotentialGrid grid, int k, double t, double levelEv, double[] out) {
    CatmullRom.between(
        grid.plane(k - 1), grid.plane(k), grid.plane(k + 1), grid.plane(k + 2), t, out.length, out);
    subtract(out, levelEv, out);
  }
}
