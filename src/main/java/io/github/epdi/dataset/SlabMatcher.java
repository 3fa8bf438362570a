package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Checks that a structure is a given slab, alone or with one ion on it. It must have the same cell
 * in the same frame and the same atoms at their places within a relaxation. A slab that was shifted
 * as a whole does not count as the same: its energy would be, but not the place of the ion over the
 * grid.
 */
final class SlabMatcher {
  /** Largest distance between the ends of corresponding cell vectors. */
  static final double CELL_ANGSTROM = 0.02;

  private final CrystalStructure slab;
  private final double relaxationAngstrom;

  SlabMatcher(CrystalStructure slab, double relaxationAngstrom) {
    this.slab = slab;
    this.relaxationAngstrom = relaxationAngstrom;
  }

  /**
   * Returns the index of the ion, which is the only atom that the slab does not have.
   *
   * @throws UnusableException WRONG_ATOMS, OTHER_CELL or ATOMS_MOVED
   */
  int ion(CrystalStructure structure, Element ion) {
    List<Atom> atoms = structure.atoms();
    int[] ions =
        IntStream.range(0, atoms.size()).filter(i -> atoms.get(i).element() == ion).toArray();
    List<Atom> others = atoms.stream().filter(atom -> atom.element() != ion).toList();
    CrystalStructure bare = new CrystalStructure(structure.lattice(), others);
    boolean same = bare.formula().equals(slab.formula());
    if (ions.length != 1 || !same) {
      throw UnusableException.of(
          ImportCode.WRONG_ATOMS, slab.formula() + " and one " + ion.symbol(), structure.formula());
    }
    check(structure.lattice(), others);
    return ions[0];
  }

  /**
   * Checks that a structure is the slab itself.
   *
   * @throws UnusableException WRONG_ATOMS, OTHER_CELL or ATOMS_MOVED
   */
  void requireSame(CrystalStructure structure) {
    if (!structure.formula().equals(slab.formula())) {
      throw UnusableException.of(ImportCode.WRONG_ATOMS, slab.formula(), structure.formula());
    }
    check(structure.lattice(), structure.atoms());
  }

  private void check(Lattice lattice, List<Atom> atoms) {
    for (int i = 0; i < 3; i++) {
      double[] one = slab.lattice().vector(i);
      double[] other = lattice.vector(i);
      double apart =
          CellDistance.length(
              new double[] {one[0] - other[0], one[1] - other[1], one[2] - other[2]});
      if (!(apart <= CELL_ANGSTROM)) {
        throw UnusableException.of(
            ImportCode.OTHER_CELL,
            "the slab's cell",
            String.format(Locale.ROOT, "vector %c %.3f Angstrom away", "abc".charAt(i), apart));
      }
    }
    List<Atom> left = new ArrayList<>(atoms);
    for (Atom atom : slab.atoms()) {
      Atom nearest = nearest(atom, left);
      double moved = distance(atom, nearest);
      if (!(moved <= relaxationAngstrom)) {
        throw UnusableException.of(
            ImportCode.ATOMS_MOVED,
            String.format(
                Locale.ROOT,
                "each atom within %.2f Angstrom of its place in the bare slab, not moved as a"
                    + " whole",
                relaxationAngstrom),
            String.format(Locale.ROOT, "%s %.2f Angstrom away", atom.element().symbol(), moved));
      }
      left.remove(nearest);
    }
  }

  private Atom nearest(Atom atom, List<Atom> left) {
    Atom nearest = null;
    for (Atom other : left) {
      if (other.element() == atom.element()
          && (nearest == null || distance(atom, other) < distance(atom, nearest))) {
        nearest = other;
      }
    }
    return nearest;
  }

  private double distance(Atom one, Atom other) {
    double da = one.fa() - other.fa();
    double db = one.fb() - other.fb();
    double dc = one.fc() - other.fc();
    return CellDistance.length(
        slab.lattice().cartesian(da - Math.rint(da), db - Math.rint(db), dc - Math.rint(dc)));
  }
}
