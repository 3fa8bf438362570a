package io.github.epdi.structure;

import java.util.Arrays;

/**
 * The widest range of a cell axis in which no atom lies. It may extend across the cell's boundary.
 *
 * @param widthAngstrom its width along the normal of the other two axes
 * @param below fractional coordinate, in [0, 1), of the atoms where it begins
 * @param above fractional coordinate, in [0, 1), of the atoms where it ends
 */
record AtomFreeGap(double widthAngstrom, double below, double above) {
  /** Finds the gap along axis 0 (a), 1 (b) or 2 (c). Without atoms it is the whole axis. */
  static AtomFreeGap along(CrystalStructure structure, int axis) {
    Lattice lattice = structure.lattice();
    double[] normal = Lattice.cross(lattice.vector((axis + 1) % 3), lattice.vector((axis + 2) % 3));
    double spacing = Math.abs(lattice.volume()) / Math.sqrt(Lattice.dot(normal, normal));
    double[] f =
        structure.atoms().stream()
            .mapToDouble(atom -> wrap(axis == 0 ? atom.fa() : axis == 1 ? atom.fb() : atom.fc()))
            .toArray();
    if (f.length == 0) {
      return new AtomFreeGap(spacing, 0, 0);
    }
    Arrays.sort(f);
    int last = f.length - 1;
    AtomFreeGap widest = new AtomFreeGap((f[0] + 1 - f[last]) * spacing, f[last], f[0]);
    for (int i = 0; i < last; i++) {
      double width = (f[i + 1] - f[i]) * spacing;
      if (width > widest.widthAngstrom) {
        widest = new AtomFreeGap(width, f[i], f[i + 1]);
      }
    }
    return widest;
  }

  /** Wraps a fractional coordinate into [0, 1). */
  static double wrap(double fraction) {
    double wrapped = fraction - Math.floor(fraction);
    return wrapped < 1 ? wrapped : 0;
  }
}
