package io.github.epdi.image;

/** What may be drawn on and around an EPD image for a person to read it by. */
public enum Decoration {
  /** A length in Angstrom, lower left. */
  SCALE_BAR,
  /** The colours with their potentials, eV relative to vacuum. */
  COLOR_BAR,
  /** Outlines of the outer chalcogens and the metals below, with their symbols, and the site. */
  ATOMS,
  /** What is shown, above the image. */
  CAPTION
}
