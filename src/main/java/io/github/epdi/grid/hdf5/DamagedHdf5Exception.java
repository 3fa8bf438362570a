package io.github.epdi.grid.hdf5;

import java.io.IOException;

/**
 * A file that begins as HDF5 and does not hold what was looked for, or does not follow the format.
 * Storage did not fail: reading again gives the same.
 */
public final class DamagedHdf5Exception extends IOException {
  private static final long serialVersionUID = 1L;

  /** What was expected and what was found, without "Cannot read". */
  public DamagedHdf5Exception(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }

  /** As above, with the cause for a bug report. */
  DamagedHdf5Exception(String expected, String found, Throwable cause) {
    super("expected " + expected + ", found " + found, cause);
  }
}
