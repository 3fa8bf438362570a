package io.github.epdi.structure;

import java.util.List;

/**
 * The atoms of a slab as plain arrays: lateral position projected along the normal, and height
 * along it, the slab in one piece (not cut by the cell's boundary).
 */
final class SlabAtoms {
  final PlaneLattice plane;
  final PlaneImages images;
  final Element[] elements;

  /** Cartesian lateral coordinates, Angstrom; x along a. */
  final double[] x;

  final double[] y;

  /** Height along the top normal from the cell's origin, Angstrom. */
  final double[] z;

  private SlabAtoms(CrystalStructure structure) {
    int n = structure.atoms().size();
    plane = PlaneLattice.of(structure.lattice());
    images = new PlaneImages(plane);
    elements = new Element[n];
    x = new double[n];
    y = new double[n];
    z = new double[n];
  }

  /** Cuts the periodic structure within its gap along c and projects it along the normal. */
  static SlabAtoms of(CrystalStructure structure, AtomFreeGap gap) {
    SlabAtoms atoms = new SlabAtoms(structure);
    double[] c = lateral(structure.lattice());
    double height = structure.lattice().heightAngstrom();
    double middle = (gap.below() + gap.above() - (gap.above() > gap.below() ? 1 : 0)) / 2;
    double raise = middle < 0 ? 1 : 0;
    List<Atom> list = structure.atoms();
    for (int i = 0; i < list.size(); i++) {
      Atom atom = list.get(i);
      double wrapped = AtomFreeGap.wrap(atom.fc());
      double fc = (wrapped > gap.below() ? wrapped - 1 : wrapped) + raise;
      atoms.elements[i] = atom.element();
      atoms.x[i] = atoms.plane.x(atom.fa(), atom.fb()) + fc * c[0];
      atoms.y[i] = atoms.plane.y(atom.fa(), atom.fb()) + fc * c[1];
      atoms.z[i] = fc * height;
    }
    return atoms;
  }

  int size() {
    return elements.length;
  }

  /** The projection of c on the plane, in the plane's Cartesian coordinates. */
  private static double[] lateral(Lattice lattice) {
    double[] a = lattice.vector(0);
    double[] b = lattice.vector(1);
    double[] c = lattice.vector(2);
    double length = Math.sqrt(Lattice.dot(a, a));
    double along = Lattice.dot(a, b) / (length * length);
    double[] across = new double[3];
    for (int k = 0; k < 3; k++) {
      across[k] = b[k] - along * a[k];
    }
    double width = Math.sqrt(Lattice.dot(across, across));
    return new double[] {Lattice.dot(c, a) / length, Lattice.dot(c, across) / width};
  }
}
