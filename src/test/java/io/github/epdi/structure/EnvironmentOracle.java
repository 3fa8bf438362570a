package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides equivalence by looking: two places are equivalent if a rotation or mirror about them, by
 * multiples of 30 degrees from a, makes the atoms within a wide disc around one those around the
 * other. Knows neither cells nor groups; for ideal triangular slabs.
 */
final class EnvironmentOracle {
  private static final double RADIUS = 19;
  private static final double TOLERANCE = 0.02;

  private record Seen(Element element, double x, double y, double z) {}

  private final PlaneLattice plane;
  private final List<double[]> atoms = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();

  /** For a cell whose c is along z and whose a is along x. */
  EnvironmentOracle(CrystalStructure structure) {
    plane = PlaneLattice.of(structure.lattice());
    for (Atom atom : structure.atoms()) {
      atoms.add(structure.lattice().cartesian(atom.fa(), atom.fb(), atom.fc()));
      elements.add(atom.element());
    }
  }

  /** Whether some operation takes the points p to the points q, in this order or any other. */
  boolean equivalent(double[][] p, double[][] q) {
    List<Seen> from = around(p[0]);
    List<Seen> to = around(q[0]);
    for (int k = 0; k < 24; k++) {
      double angle = (k % 12) * Math.PI / 6;
      double mirror = k < 12 ? 1 : -1;
      if (from.size() == to.size()
          && pointsMatch(p, q, angle, mirror)
          && atomsMatch(from, to, angle, mirror)) {
        return true;
      }
    }
    return false;
  }

  private static double[] turn(double x, double y, double angle, double mirror) {
    double my = mirror * y;
    return new double[] {
      Math.cos(angle) * x - Math.sin(angle) * my, Math.sin(angle) * x + Math.cos(angle) * my
    };
  }

  private static boolean pointsMatch(double[][] p, double[][] q, double angle, double mirror) {
    for (int i = 1; i < p.length; i++) {
      double[] t = turn(p[i][0] - p[0][0], p[i][1] - p[0][1], angle, mirror);
      boolean hit = false;
      for (int j = 1; j < q.length; j++) {
        hit |= Math.hypot(q[j][0] - q[0][0] - t[0], q[j][1] - q[0][1] - t[1]) < TOLERANCE;
      }
      if (!hit) {
        return false;
      }
    }
    return true;
  }

  private static boolean atomsMatch(List<Seen> from, List<Seen> to, double angle, double mirror) {
    for (Seen atom : from) {
      double[] t = turn(atom.x, atom.y, angle, mirror);
      boolean hit = false;
      for (Seen other : to) {
        hit |=
            other.element == atom.element
                && Math.abs(other.z - atom.z) < TOLERANCE
                && Math.hypot(other.x - t[0], other.y - t[1]) < TOLERANCE;
      }
      if (!hit) {
        return false;
      }
    }
    return true;
  }

  private List<Seen> around(double[] centre) {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      double[] atom = atoms.get(i);
      for (int m = -14; m <= 14; m++) {
        for (int n = -14; n <= 14; n++) {
          double x = atom[0] + plane.x(m, n) - centre[0];
          double y = atom[1] + plane.y(m, n) - centre[1];
          if (Math.hypot(x, y) < RADIUS) {
            seen.add(new Seen(elements.get(i), x, y, atom[2]));
          }
        }
      }
    }
    seen.sort((s, t) -> Double.compare(Math.hypot(s.x, s.y), Math.hypot(t.x, t.y)));
    return seen;
  }
}
