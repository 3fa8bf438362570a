package io.github.epdi.grid;

import io.github.epdi.structure.Lattice;

/**
 * Electron potential energy in eV on the requested planes along c. The values are absolute, not
 * relative to the vacuum level, and periodic.
 *
 * <p>A plane is an array of nx * ny values with a running fastest: value (i, j) is at {@code j * nx
 * + i}. Planes that were not requested are absent.
 */
public final class PotentialGrid {
  private final Lattice lattice;
  private final GridOrigin origin;
  private final int nx;
  private final int ny;
  private final double[][] planes;

  /**
   * Wraps planes without copying them. The first grid point is the cell's corner.
   *
   * @param lattice the cell that the points divide
   * @param nx points along a
   * @param ny points along b
   * @param planes nz entries, each null or of length nx * ny
   */
  public PotentialGrid(Lattice lattice, int nx, int ny, double[][] planes) {
    this(lattice, GridOrigin.CORNER, nx, ny, planes);
  }

  /**
   * Wraps planes without copying them.
   *
   * @param lattice the cell that the points divide
   * @param origin where the first point lies
   * @param nx points along a
   * @param ny points along b
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

  /** Tells whether plane k (taken modulo nz) is present. */
  public boolean holds(int k) {
    return planes[Math.floorMod(k, planes.length)] != null;
  }

  /**
   * Returns plane k (taken modulo nz) without copying it. The caller must not write to it.
   *
   * @throws IllegalStateException if the plane was not requested
   */
  public double[] plane(int k) {
    int home = Math.floorMod(k, planes.length);
    if (planes[home] == null) {
      throw new IllegalStateException("Cannot use plane " + home + ": it was not read");
    }
    return planes[home];
  }
}
