package io.github.epdi.grid;

/**
 * What a campaign declares about exchange-correlation in VASP potentials ({@code potential.xc}).
 */
public enum XcDeclaration {
  /** Nothing is declared. Each LOCPOT is read whole, and a mean other than zero rejects it. */
  CHECK,
  /**
   * Nothing is declared, and exchange-correlation is allowed. Each LOCPOT is read whole, and the
   * finding is recorded but never a reject.
   */
  CHECK_AND_ALLOW,
  /**
   * The values are declared free of it (LVHAR), which is not checked. A file that itself states the
   * opposite is rejected.
   */
  NONE,
  /** The values are declared to include it (LVTOT), which is allowed and not checked. */
  INCLUDED;

  /** Lower-case name as in campaigns. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
