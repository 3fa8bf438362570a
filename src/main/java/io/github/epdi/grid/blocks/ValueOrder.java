package io.github.epdi.grid.blocks;

/** Which index runs fastest in a file. */
public enum ValueOrder {
  /** Index a runs fastest and c slowest, as in VASP and XSF files. */
  A_FASTEST,
  /** Index c runs fastest and a slowest, as in cubes. */
  C_FASTEST
}
