package io.github.epdi.grid;

import io.github.epdi.structure.Lattice;

/**
 * Electron potential energy in eV (absolute, not relative to vacuum) on the planes along c that
 * were asked for; periodic.
 *
 * <p>A plane is a primitive array, a fastest: value (i, j) at {@code j * nx + i}. Planes that were
 * not asked for are absent.
 */
public final class PotentialGrid {
  private final Lattice lattice;
  private final GridOrigin origin;
  private final int nx;
  private final int ny;
  private final double[][] planes;

  /**
   * Wraps planes without copying; the first point is the cell's corner.
   *
   * @param planes nz entries, each null or of length nx * ny
   */
  public PotentialGrid(Lattice lattice, int nx, int ny, double[][] planes) {
    this(lattice, GridOrigin.CORNER, nx, ny, planes);
  }

  /**
   * Wraps planes without copying.
   *
   * @param origin where the first point lies
   * @param planes nz entries, each null or of length nx * ny
   */
  public PotentialGrid(Lattice lattice, GridOrigin origin, int nx, int ny, double[][] planes) {
    this.lattice = lattice;
    this.origin = origin;
    this.nx = nx;
    this.ny = ny;
    this.planes = planes;
  }

  /** The cell that the points divide. */
  public Lattice lattice() {
    return lattice;
  }

  /** Where the first point lies in the frame of the atoms. */
  public GridOrigin origin() {
    return origin;
  }

  /** Points along a. */
  public int nx() {
    return nx;
  }

  /** Points along b. */
  public int ny() {
    return ny;
  }

  /** Points along c. */
  public int nz() {
    return planes.length;
  }

  /** Whether plane k (taken modulo nz) is there. */
  public boolean holds(int k) {
    return planes[Math.floorMod(k, planes.length)] != null;
  }

  /**
   * Plane k (taken modulo nz), not copied; do not write to it.
   *
   * @throws IllegalStateException if the plane was not asked for
   */
  public double[] plane(int k) {
    int home = Math.floorMod(k, planes.length);
    if (planes[home] == null) {
      throw new IllegalStateException("Cannot use plane " + home + ": it was not read");
    }
    return planes[home];
  }
}
