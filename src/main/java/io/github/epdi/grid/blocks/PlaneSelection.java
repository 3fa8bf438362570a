package io.github.epdi.grid.blocks;

/**
 * Selects planes along c. The number of planes is a parameter, because only the values of an XSF
 * file show whether its last plane repeats the first.
 */
public interface PlaneSelection {
  /** Selects no plane, for statistics alone. */
  PlaneSelection NONE = (k, nz) -> false;

  /** Tells whether the values of plane k of nz are kept for images. */
  boolean keeps(int k, int nz);

  /** Tells whether the values of plane k of nz are needed at all, for images or for checks. */
  default boolean needs(int k, int nz) {
    return keeps(k, nz);
  }
}
