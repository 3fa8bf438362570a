package io.github.epdi.structure;

/** A surface of the slab: {@code TOP} is the one whose outward normal n has n . c > 0. */
public enum Side {
  /** Outward normal along +c. */
  TOP,
  /** Outward normal along -c. */
  BOTTOM;

  /** Lower-case name as in tables and campaigns: "top", "bottom". */
  public String label() {
    return this == TOP ? "top" : "bottom";
  }

  /** +1 for top, -1 for bottom: the factor from {@link Lattice#topNormal()} to the outward one. */
  public int sign() {
    return this == TOP ? 1 : -1;
  }
}
