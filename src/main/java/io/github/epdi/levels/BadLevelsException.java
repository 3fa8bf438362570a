package io.github.epdi.levels;

import io.github.epdi.grid.hdf5.DamagedHdf5Exception;

/** What a reader found wrong with its file; becomes a LEVELS_BAD that names the file. */
final class BadLevelsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * Damage or a gap in the file.
   *
   * @param expected what should be there
   * @param found what is there
   * @param line from 1, of the decompressed text; 0 where no line can be named
   */
  BadLevelsException(String expected, String found, long line) {
    super("expected " + expected + ", found " + found + (line > 0 ? " (line " + line + ")" : ""));
    this.line = line;
  }

  /** As above, where no line can be named. */
  BadLevelsException(String expected, String found) {
    this(expected, found, 0);
  }

  /** What an HDF5 file has wrong; it has no lines. */
  BadLevelsException(DamagedHdf5Exception cause) {
    super(cause.getMessage(), cause);
    this.line = 0;
  }

  long line() {
    return line;
  }
}
