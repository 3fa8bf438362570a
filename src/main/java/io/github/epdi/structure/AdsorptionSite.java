package io.github.epdi.structure;

/**
 * One place for lithium on one side of a slab.
 *
 * @param kind T, H or B
 * @param number from 0 within its kind, in order of (v, u)
 * @param u lateral fractional coordinate along a, in [0, 1), rounded to 1e-4 before wrapping
 * @param v lateral fractional coordinate along b, likewise
 * @param anchorAngstrom mean coordinate along the side's outward normal of the site's own
 *     chalcogens (three of a face, two of an edge), measured from the cell's origin
 * @param representative id of the first site of its symmetry orbit
 * @param multiplicity number of sites in its orbit
 */
public record AdsorptionSite(
    SiteKind kind,
    int number,
    double u,
    double v,
    double anchorAngstrom,
    String representative,
    int multiplicity) {
  /** Id within its side: "T0", "H3", "B11". */
  public String id() {
    return kind.name() + number;
  }

  /** Whether this site is the first of its orbit. */
  public boolean isRepresentative() {
    return id().equals(representative);
  }
}
