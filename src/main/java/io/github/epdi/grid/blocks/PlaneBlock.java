package io.github.epdi.grid.blocks;

/** One block of values as far as it is kept: chosen planes and the statistics of all. */
public final class PlaneBlock {
  private final int nx;
  private final int ny;
  private final double[][] planes;
  private final PlaneStatistics statistics;

  /**
   * Wraps planes without copying.
   *
   * @param nx points along a
   * @param ny points along b
   * @param planes nz entries, each null or of length nx * ny with a fastest
   * @param statistics of all nz planes
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

  /** The planes themselves, null where not kept. */
  public double[][] planes() {
    return planes;
  }

  /** Statistics of all planes. */
  public PlaneStatistics statistics() {
    return statistics;
  }
}
