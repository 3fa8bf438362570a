package io.github.epdi.grid.hdf5;

import java.io.IOException;

/** Reads chosen planes (slowest of the last three axes) of a large data set, never all of it. */
public interface Hdf5Planes {
  /** Takes planes as they are read. */
  @FunctionalInterface
  interface Taker {
    /**
     * One plane.
     *
     * @param k its index
     * @param values its values, the fastest axis last; used again for the next plane
     */
    void take(int k, double[] values) throws IOException;
  }

  /**
   * Reads planes and hands them over one after the other.
   *
   * @param planes indices in ascending order
   * @throws java.io.EOFException if the file ends before the values do
   * @throws DamagedHdf5Exception if the values' pieces do not follow the format
   */
  void read(int[] planes, Taker taker) throws IOException;
}
