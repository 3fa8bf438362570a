package io.github.epdi.grid;

/** Which index runs fastest in a file. */
enum ValueOrder {
  /** a fastest, c slowest: VASP, XSF. */
  A_FASTEST,
  /** c fastest, a slowest: cube. */
  C_FASTEST
}
