package io.github.epdi.grid.blocks;

import java.io.Serializable;

/**
 * Largest sizes of one file, which are checked before memory is allocated.
 *
 * @param maxPoints number of grid points
 * @param maxDecompressedBytes number of bytes after decompression
 */
public record GridLimits(long maxPoints, long maxDecompressedBytes) implements Serializable {
  /** 2^28 points (2 GB of doubles if all planes are kept) and 16 GiB of text. */
  public static final GridLimits DEFAULT = new GridLimits(1L << 28, 16L << 30);
}
