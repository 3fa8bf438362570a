package io.github.epdi.grid.hdf5;

import java.io.IOException;

/**
 * Reads selected planes of a large data set and never all of it. A plane has a fixed index along
 * the slowest of the last three axes.
 */
public interface Hdf5Planes {
  /** Receives planes as they are read. */
  @FunctionalInterface
  interface Taker {
    /**
     * Receives one plane.
     *
     * @param k index of the plane
     * @param values its values, the fastest axis last; the array is used again for the next plane
     */
    void take(int k, double[] values) throws IOException;
  }

  /**
   * Reads planes and hands them over one after another.
   *
   * @param planes indices in ascending order
   * @param taker receives the planes
   * @throws java.io.EOFException if the file ends before the values do
   * @throws DamagedHdf5Exception if the stored values do not follow the format
   */
  void read(int[] planes, Taker taker) throws IOException;
}
