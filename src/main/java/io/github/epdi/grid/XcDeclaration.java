package io.github.epdi.grid;

/** What a campaign says of exchange-correlation in VASP potentials ({@code potential.xc}). */
public enum XcDeclaration {
  /** Nothing: each VASP file is read whole and its mean checked. */
  CHECK,
  /** Nothing, but the campaign allows it: read whole, checked and recorded, never a reject. */
  CHECK_AND_ALLOW,
  /** Declared free of it (LVHAR): not checked. */
  NONE,
  /** Declared to hold it (LVTOT): not checked, and allowed. */
  INCLUDED;

  /** Lower-case name as in campaigns. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
