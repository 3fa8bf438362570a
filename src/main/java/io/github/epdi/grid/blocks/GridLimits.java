package io.github.epdi.grid.blocks;

import java.io.Serializable;

/**
 * What one file may cost; checked before anything is allocated.
 *
 * @param maxPoints grid points
 * @param maxDecompressedBytes bytes after decompression
 */
public record GridLimits(long maxPoints, long maxDecompressedBytes) implements Serializable {
  /** 2^28 points (2 GB of doubles when all planes are kept) and 16 GiB of text. */
  public static final GridLimits DEFAULT = new GridLimits(1L << 28, 16L << 30);
}
