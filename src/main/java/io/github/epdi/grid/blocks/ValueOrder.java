package io.github.epdi.grid.blocks;

/** Which index runs fastest in a file. */
public enum ValueOrder {
  /** a fastest, c slowest: VASP, XSF. */
  A_FASTEST,
  /** c fastest, a slowest: cube. */
  C_FASTEST
}
