package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the symmetry operations of an infinite periodic slab that keep its sides. These are the
 * translations that its cell does not show, and one operation for each point operation of its
 * primitive lattice that the atoms follow. An operation need not keep the cell of the file. For
 * example, a threefold axis relates the sites of a 2x1 cell too.
 */
final class LayerSymmetry {
  /** Strain of a lattice vector that is tolerated, for each Angstrom of the atoms' tolerance. */
  private static final double STRAIN_PER_ANGSTROM = 0.1;

  private final SlabAtoms atoms;
  private final double toleranceAngstrom;
  private final AtomMatcher matcher;
  private final int[] anchors;

  LayerSymmetry(SlabAtoms atoms, double toleranceAngstrom) {
    this.atoms = atoms;
    this.toleranceAngstrom = toleranceAngstrom;
    this.matcher = new AtomMatcher(atoms, toleranceAngstrom);
    this.anchors = rarest();
  }

  /** Returns generators of the group. The cell's own translations and the identity are left out. */
  List<PlaneOperation> operations() {
    List<PlaneOperation> translations = translations();
    PlaneLattice primitive = primitive(translations);
    List<PlaneOperation> operations = new ArrayList<>(generators(translations, primitive));
    int[] entries = {-1, 0, 1};
    for (int a : entries) {
      for (int b : entries) {
        for (int c : entries) {
          for (int d : entries) {
            addPointOperation(operations, primitive, new int[] {a, b, c, d});
          }
        }
      }
    }
    return operations;
  }

  private List<PlaneOperation> translations() {
    List<PlaneOperation> found = new ArrayList<>();
    int first = anchors[0];
    for (int target : anchors) {
      if (target != first) {
        double dx = atoms.x[target] - atoms.x[first];
        double dy = atoms.y[target] - atoms.y[first];
        PlaneOperation operation = matcher.centred(PlaneOperation.translation(dx, dy));
        if (operation != null) {
          found.add(operation);
        }
      }
    }
    return snapped(found);
  }

  /** A group of n translations has n t in the lattice for each: what differs is noise. */
  private List<PlaneOperation> snapped(List<PlaneOperation> translations) {
    int n = translations.size() + 1;
    PlaneLattice basis = atoms.images.basis();
    List<PlaneOperation> snapped = new ArrayList<>();
    for (PlaneOperation t : translations) {
      double u = Math.rint(n * basis.u(t.tx(), t.ty())) / n;
      double v = Math.rint(n * basis.v(t.tx(), t.ty())) / n;
      double[] change = {basis.x(u, v) - t.tx(), basis.y(u, v) - t.ty()};
      if (PlaneLattice.dot(change, change) <= toleranceAngstrom * toleranceAngstrom) {
        snapped.add(PlaneOperation.translation(basis.x(u, v), basis.y(u, v)));
      }
    }
    return snapped;
  }

  /**
   * Returns the lattice of all translations, or the cell's own one if noise keeps the translations
   * from being a group.
   */
  private PlaneLattice primitive(List<PlaneOperation> translations) {
    PlaneLattice cell = atoms.images.basis();
    List<double[]> vectors = new ArrayList<>(List.of(cell.first(), cell.second()));
    for (PlaneOperation t : translations) {
      for (int m = -1; m <= 1; m++) {
        for (int n = -1; n <= 1; n++) {
          double[] near = atoms.images.wrapped(t.tx(), t.ty());
          vectors.add(new double[] {near[0] + cell.x(m, n), near[1] + cell.y(m, n)});
        }
      }
    }
    vectors.sort((s, t) -> Double.compare(PlaneLattice.dot(s, s), PlaneLattice.dot(t, t)));
    double[] p = vectors.get(0);
    for (double[] q : vectors) {
      PlaneLattice candidate = PlaneLattice.of(p, q);
      if (candidate.area() > 1e-3 * cell.area() / (translations.size() + 1)) {
        double cells = cell.area() / candidate.area();
        return Math.abs(cells - translations.size() - 1) < 1e-3 ? candidate.reduced() : cell;
      }
    }
    return cell;
  }

  /** Returns the primitive vectors in place of all translations, if these are a group. */
  private List<PlaneOperation> generators(
      List<PlaneOperation> translations, PlaneLattice primitive) {
    if (primitive.area() > 0.75 * atoms.plane.area()) {
      return translations;
    }
    double[] p = primitive.first();
    double[] q = primitive.second();
    return List.of(PlaneOperation.translation(p[0], p[1]), PlaneOperation.translation(q[0], q[1]));
  }

  private void addPointOperation(List<PlaneOperation> found, PlaneLattice primitive, int[] matrix) {
    boolean identity = matrix[0] == 1 && matrix[1] == 0 && matrix[2] == 0 && matrix[3] == 1;
    if (identity || !keepsLengths(primitive, matrix)) {
      return;
    }
    PlaneOperation linear = linear(primitive, matrix);
    int first = anchors[0];
    for (int target : anchors) {
      double tx = atoms.x[target] - linear.x(atoms.x[first], atoms.y[first]);
      double ty = atoms.y[target] - linear.y(atoms.x[first], atoms.y[first]);
      PlaneOperation operation = matcher.centred(linear.moved(tx, ty));
      if (operation != null) {
        found.add(operation);
        return;
      }
    }
  }

  private boolean keepsLengths(PlaneLattice lattice, int[] matrix) {
    if (Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) != 1) {
      return false;
    }
    return keepsLength(lattice, matrix, 1, 0)
        && keepsLength(lattice, matrix, 0, 1)
        && keepsLength(lattice, matrix, 1, 1);
  }

  private boolean keepsLength(PlaneLattice lattice, int[] matrix, int u, int v) {
    int newU = matrix[0] * u + matrix[1] * v;
    int newV = matrix[2] * u + matrix[3] * v;
    double before = Math.hypot(lattice.x(u, v), lattice.y(u, v));
    double after = Math.hypot(lattice.x(newU, newV), lattice.y(newU, newV));
    return Math.abs(after - before) <= STRAIN_PER_ANGSTROM * toleranceAngstrom * before;
  }

  /** Returns the Cartesian map that takes (u, v) to the matrix times (u, v). */
  private static PlaneOperation linear(PlaneLattice lattice, int[] matrix) {
    double[] x = image(lattice, matrix, 1, 0);
    double[] y = image(lattice, matrix, 0, 1);
    return new PlaneOperation(x[0], y[0], x[1], y[1], 0, 0);
  }

  private static double[] image(PlaneLattice lattice, int[] matrix, double x, double y) {
    double u = lattice.u(x, y);
    double v = lattice.v(x, y);
    double newU = matrix[0] * u + matrix[1] * v;
    double newV = matrix[2] * u + matrix[3] * v;
    return new double[] {lattice.x(newU, newV), lattice.y(newU, newV)};
  }

  /**
   * Returns the atoms of the rarest species, because these leave the fewest candidates for where an
   * atom may go.
   */
  private int[] rarest() {
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    for (Element element : atoms.elements) {
      counts.merge(element, 1, Integer::sum);
    }
    Element rarest = Collections.min(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.elements[i] == rarest) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }
}
