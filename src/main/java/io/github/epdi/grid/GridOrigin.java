package io.github.epdi.grid;

import io.github.epdi.structure.Lattice;

/**
 * Where a grid's first point lies in the frame of the atoms, in fractions of the cell. It moves the
 * points and not the atoms: sites and labels are counted from the atoms' frame.
 *
 * @param fa along a
 * @param fb along b
 * @param fc along c
 */
public record GridOrigin(double fa, double fb, double fc) {
  /** The first point is the cell's corner. */
  public static final GridOrigin CORNER = new GridOrigin(0, 0, 0);

  /** The origin at a Cartesian position, Angstrom. */
  static GridOrigin at(Lattice lattice, double[] position) {
    if (position[0] == 0 && position[1] == 0 && position[2] == 0) {
      return CORNER;
    }
    double[] f = lattice.fractional(position[0], position[1], position[2]);
    return new GridOrigin(f[0], f[1], f[2]);
  }

  /** Height of the first plane along the top normal, Angstrom. */
  double heightAngstrom(Lattice lattice) {
    return fc * lattice.heightAngstrom();
  }
}
