package io.github.epdi.grid;

/** Whose sign a potential has. */
public enum PotentialSign {
  /** Decide by the values: in the slab below the vacuum means electron. */
  AUTO,
  /** Potential energy of an electron: lower where it is attracted. */
  ELECTRON,
  /** Electrostatic potential of a positive test charge: the other sign. */
  ELECTROSTATIC;

  /** Lower-case name as in campaigns and tables. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
