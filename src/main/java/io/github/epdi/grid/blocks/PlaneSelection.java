package io.github.epdi.grid.blocks;

/**
 * Which planes along c a reading needs. Asked with the number of planes, because an XSF file shows
 * only by its values whether its last plane repeats the first.
 */
public interface PlaneSelection {
  /** No plane: for statistics alone. */
  PlaneSelection NONE = (k, nz) -> false;

  /** Whether the values of plane k of nz are kept for images. */
  boolean keeps(int k, int nz);

  /** Whether the values of plane k of nz are needed at all, for images or for checks. */
  default boolean needs(int k, int nz) {
    return keeps(k, nz);
  }
}
