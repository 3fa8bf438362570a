package io.github.epdi.grid;

import io.github.epdi.structure.Lattice;

/**
 * The place of a grid's first point in the frame of the atoms, in fractions of the cell. An origin
 * shifts the grid points and never the atoms, because sites and labels are given in the frame of
 * the atoms.
 *
 * @param fa fraction along a
 * @param fb fraction along b
 * @param fc fraction along c
 */
public record GridOrigin(double fa, double fb, double fc) {
  /** The origin of a grid whose first point is the cell's corner. */
  public static final GridOrigin CORNER = new GridOrigin(0, 0, 0);

  /** Returns the origin at a Cartesian position in Angstrom. */
  static GridOrigin at(Lattice lattice, double[] position) {
    if (position[0] == 0 && position[1] == 0 && position[2] == 0) {
      return CORNER;
    }
    double[] f = lattice.fractional(position[0], position[1], position[2]);
    return new GridOrigin(f[0], f[1], f[2]);
  }

  /** Returns the height of the grid's first plane along the top normal, in Angstrom. */
  double heightAngstrom(Lattice lattice) {
    return fc * lattice.heightAngstrom();
  }
}
