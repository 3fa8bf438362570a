package io.github.epdi.suggestion;

import io.github.epdi.structure.SiteKind;

/** What becomes of the ion's height in a suggested calculation; the slab's atoms never move. */
public enum IonHeight {
  /** The ion stays where it is put, as for the labels that the shipped model was trained on. */
  FIXED,
  /** The ion moves along the cell's vector c; its lateral place stays. */
  RELAXED;

  /** Height of lithium over a metal, Angstrom above the site's own chalcogens. */
  private static final double TOP_ANGSTROM = 1.52;

  private static final double HOLLOW_ANGSTROM = 1.46;
  private static final double BRIDGE_ANGSTROM = 1.62;

  /**
   * Returns the height that an ion is put at, in Angstrom above the site's own chalcogens. It is
   * that of the labels of our DFT set, in which lithium has one height for each kind of site.
   */
  static double ofSiteAngstrom(SiteKind kind) {
    return switch (kind) {
      case T -> TOP_ANGSTROM;
      case H -> HOLLOW_ANGSTROM;
      case B -> BRIDGE_ANGSTROM;
    };
  }
}
