package io.github.epdi.levels;

import io.github.epdi.grid.hdf5.DamagedHdf5Exception;

/**
 * Thrown by a reader that finds a defect in its file. {@link LevelsContent} turns it into a
 * LEVELS_BAD reject that names the file.
 */
final class BadLevelsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * Reports damage or a gap in the file.
   *
   * @param expected what should be in the file
   * @param found what is in the file instead
   * @param line line of the decompressed text, from 1; 0 where no line can be named
   */
  BadLevelsException(String expected, String found, long line) {
    super("expected " + expected + ", found " + found + (line > 0 ? " (line " + line + ")" : ""));
    this.line = line;
  }

  /** Reports damage or a gap where no line can be named. */
  BadLevelsException(String expected, String found) {
    this(expected, found, 0);
  }

  /** Reports a defect of an HDF5 file, which has no lines. */
  BadLevelsException(DamagedHdf5Exception cause) {
    super(cause.getMessage(), cause);
    this.line = 0;
  }

  long line() {
    return line;
  }
}
