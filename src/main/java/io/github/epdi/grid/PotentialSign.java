package io.github.epdi.grid;

/** Sign convention of a potential. */
public enum PotentialSign {
  /**
   * The values decide: if they are lower in the slab than in the vacuum, the sign is an electron's.
   */
  AUTO,
  /** Potential energy of an electron, which is lower where an electron is attracted. */
  ELECTRON,
  /** Electrostatic potential of a positive test charge, which has the opposite sign. */
  ELECTROSTATIC;

  /** Lower-case name as in campaigns and tables. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
