package io.github.epdi.suggestion;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Lattice;
import java.util.ArrayList;
import java.util.List;

/**
 * Images of an ion between two places over a slab that does not move, by the image dependent pair
 * potential (S. Smidstrup, A. Pedersen, K. Stokbro, H. Jonsson, J. Chem. Phys. 140, 214106, 2014).
 * The distances from the ion to the slab's atoms are interpolated between the ends, and each image
 * minimises the squares of what is missing, weighted by 1/d^4, across the path; springs keep the
 * images apart evenly. Every periodic copy of an atom that is near either end counts as an atom of
 * its own, so that none switches to another copy on the way.
 */
final class IdppPath {
  /** Distance from either end within which atoms count, Angstrom. */
  private static final double REACH_ANGSTROM = 6.0;

  private static final int MOST_STEPS = 5000;
  private static final double LONGEST_STEP_ANGSTROM = 0.05;
  private static final double SETTLED_ANGSTROM = 1e-6;

  /** Step along the force across the path, Angstrom squared. */
  private static final double STEP = 1.0;

  /** Share of the uneven spacing that a step takes away. */
  private static final double SPRING = 0.2;

  private final List<double[]> atoms;
  private final double[] start;
  private final double[] end;

  /**
   * Prepares a path.
   *
   * @param start Cartesian place of the ion at the first end, Angstrom
   * @param end that at the last end, in the copy of the cell that the path leads to
   */
  IdppPath(CrystalStructure slab, double[] start, double[] end) {
    this.start = start.clone();
    this.end = end.clone();
    this.atoms = near(slab);
  }

  /** Returns all copies of the slab's atoms that are near either end. */
  private List<double[]> near(CrystalStructure slab) {
    Lattice lattice = slab.lattice();
    int[] cells = new int[3];
    double span = distance(start, end) + REACH_ANGSTROM;
    for (int i = 0; i < 3; i++) {
      double[] across = Lattice.cross(lattice.vector((i + 1) % 3), lattice.vector((i + 2) % 3));
      double width = Math.abs(lattice.volume()) / Math.sqrt(Lattice.dot(across, across));
      cells[i] = (int) Math.ceil(span / width) + 1;
    }
    double[] origin = lattice.fractional(start[0], start[1], start[2]);
    List<double[]> found = new ArrayList<>();
    for (Atom atom : slab.atoms()) {
      double a = atom.fa() + Math.rint(origin[0] - atom.fa());
      double b = atom.fb() + Math.rint(origin[1] - atom.fb());
      double c = atom.fc() + Math.rint(origin[2] - atom.fc());
      for (int i = -cells[0]; i <= cells[0]; i++) {
        for (int j = -cells[1]; j <= cells[1]; j++) {
          for (int k = -cells[2]; k <= cells[2]; k++) {
            double[] r = lattice.cartesian(a + i, b + j, c + k);
            if (Math.min(distance(r, start), distance(r, end)) <= REACH_ANGSTROM) {
              found.add(r);
            }
          }
        }
      }
    }
    return found;
  }

  /** Returns the straight path with evenly spaced images, both ends included. */
  List<double[]> straight(int images) {
    List<double[]> path = new ArrayList<>();
    for (int i = 0; i <= images + 1; i++) {
      double t = (double) i / (images + 1);
      double[] r = new double[3];
      for (int x = 0; x < 3; x++) {
        r[x] = (1 - t) * start[x] + t * end[x];
      }
      path.add(r);
    }
    return path;
  }

  /** Returns the interpolated path of so many images between its ends, both ends included. */
  List<double[]> images(int images) {
    List<double[]> path = straight(images);
    for (int step = 0; step < MOST_STEPS; step++) {
      double longest = 0;
      List<double[]> moved = new ArrayList<>(path);
      for (int i = 1; i <= images; i++) {
        double[] move = move(path, i);
        longest = Math.max(longest, length(move));
        double[] r = path.get(i).clone();
        for (int x = 0; x < 3; x++) {
          r[x] += move[x];
        }
        moved.set(i, r);
      }
      path = moved;
      if (longest < SETTLED_ANGSTROM) {
        break;
      }
    }
    return path;
  }

  /**
   * Returns what is missing from the interpolated distances, summed over the images of a path and
   * weighted by 1/d^4, in 1/Angstrom squared.
   */
  double mismatch(List<double[]> path) {
    double sum = 0;
    for (int i = 1; i < path.size() - 1; i++) {
      double t = (double) i / (path.size() - 1);
      for (double[] atom : atoms) {
        double d = distance(path.get(i), atom);
        double missing = wanted(atom, t) - d;
        sum += missing * missing / (d * d * d * d);
      }
    }
    return sum;
  }

  private double wanted(double[] atom, double t) {
    return (1 - t) * distance(start, atom) + t * distance(end, atom);
  }

  private double[] move(List<double[]> path, int i) {
    double[] r = path.get(i);
    double[] along = difference(path.get(i + 1), path.get(i - 1));
    scale(along, 1 / length(along));
    double[] force = force(r, (double) i / (path.size() - 1));
    double forceAlong = Lattice.dot(force, along);
    double spring = SPRING * (distance(path.get(i + 1), r) - distance(r, path.get(i - 1)));
    double[] move = new double[3];
    for (int x = 0; x < 3; x++) {
      move[x] = STEP * (force[x] - forceAlong * along[x]) + spring * along[x];
    }
    double length = length(move);
    if (length > LONGEST_STEP_ANGSTROM) {
      scale(move, LONGEST_STEP_ANGSTROM / length);
    }
    return move;
  }

  /** Returns the negative gradient of the pair potential of one image, 1/Angstrom cubed. */
  private double[] force(double[] r, double t) {
    double[] force = new double[3];
    for (double[] atom : atoms) {
      double[] apart = difference(r, atom);
      double d = length(apart);
      double missing = wanted(atom, t) - d;
      double slope = -2 * missing / Math.pow(d, 4) - 4 * missing * missing / Math.pow(d, 5);
      for (int x = 0; x < 3; x++) {
        force[x] -= slope * apart[x] / d;
      }
    }
    return force;
  }

  private static double[] difference(double[] one, double[] other) {
    return new double[] {one[0] - other[0], one[1] - other[1], one[2] - other[2]};
  }

  private static double distance(double[] one, double[] other) {
    return length(difference(one, other));
  }

  private static double length(double[] r) {
    return Math.sqrt(Lattice.dot(r, r));
  }

  private static void scale(double[] r, double factor) {
    for (int x = 0; x < 3; x++) {
      r[x] *= factor;
    }
  }
}
