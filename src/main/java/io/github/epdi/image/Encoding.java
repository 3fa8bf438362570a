package io.github.epdi.image;

/** How potentials become the three channels of an image. */
public enum Encoding {
  /** One height through an 8-bit colour map, then the stated normalisation of RGB in [0, 1]. */
  COLORMAP,
  /** Three heights as three channels, (V - mean) / std in eV. */
  PLANES;

  /** Lower-case name as in bundles. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
