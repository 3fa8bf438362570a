package io.github.epdi.grid.blocks;

/** One block of values: the selected planes, and statistics of all planes that were read. */
public final class PlaneBlock {
  private final int nx;
  private final int ny;
  private final double[][] planes;
  private final PlaneStatistics statistics;

  /**
   * Wraps planes without copying them.
   *
   * @param nx points along a
   * @param ny points along b
   * @param planes nz entries, each null or of length nx * ny with a running fastest
   * @param statistics statistics of nz planes
   */
  public PlaneBlock(int nx, int ny, double[][] planes, PlaneStatistics statistics) {
    this.nx = nx;
    this.ny = ny;
    this.planes = planes;
    this.statistics = statistics;
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

  /** The planes themselves, null where they were not kept. */
  public double[][] planes() {
    return planes;
  }

  /** Statistics of the planes that were read. */
  public PlaneStatistics statistics() {
    return statistics;
  }
}
