package io.github.epdi.grid.hdf5;

import java.io.IOException;

/**
 * Thrown if a file begins as HDF5 but lacks what was looked for or does not follow the format.
 * Storage did not fail, so reading again gives the same.
 */
public final class DamagedHdf5Exception extends IOException {
  private static final long serialVersionUID = 1L;

  /** Takes what was expected and what was found. The message does not begin with "Cannot read". */
  public DamagedHdf5Exception(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }

  /** Takes also the cause, for a bug report. */
  DamagedHdf5Exception(String expected, String found, Throwable cause) {
    super("expected " + expected + ", found " + found, cause);
  }
}
