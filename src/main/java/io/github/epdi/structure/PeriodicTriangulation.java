package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Delaunay triangulation of a periodic set of points in the plane. Every point of the home cell is
 * looked at together with its neighbours, replicated as far as needed. Each circle through three
 * points that holds no other point gives a triangle, and triangles that differ by a translation
 * count as one.
 *
 * <p>All decisions are taken on difference vectors, so that they come out alike for all copies of a
 * point. A general library triangulates a finite set instead, and makes slivers of rows of points
 * that are collinear but for rounding.
 */
final class PeriodicTriangulation {
  /** A point in the cell (m, n) of the basis. */
  record Corner(int point, int m, int n) implements Comparable<Corner> {
    Corner moved(int dm, int dn) {
      return new Corner(point, m + dm, n + dn);
    }

    @Override
    public int compareTo(Corner other) {
      int byPoint = Integer.compare(point, other.point);
      int byM = byPoint != 0 ? byPoint : Integer.compare(m, other.m);
      return byM != 0 ? byM : Integer.compare(n, other.n);
    }
  }

  /** A triangle whose first corner, of the smallest point, lies in the home cell. */
  record Triangle(Corner first, Corner second, Corner third) implements Comparable<Triangle> {
    static Triangle of(Corner p, Corner q, Corner r) {
      Corner[] sorted = {p, q, r};
      Arrays.sort(sorted);
      int m = -sorted[0].m;
      int n = -sorted[0].n;
      return new Triangle(sorted[0].moved(m, n), sorted[1].moved(m, n), sorted[2].moved(m, n));
    }

    List<Corner> corners() {
      return List.of(first, second, third);
    }

    @Override
    public int compareTo(Triangle other) {
      int byFirst = first.compareTo(other.first);
      int bySecond = byFirst != 0 ? byFirst : second.compareTo(other.second);
      return bySecond != 0 ? bySecond : third.compareTo(other.third);
    }
  }

  /**
   * Neighbours of a point are looked for within this many spacings, where a spacing is the root of
   * the area per point. So an empty circle of up to half that radius is found, which is twice the
   * radius of those in a regular net. A wider one is a hole.
   */
  private static final double REACH_IN_SPACINGS = 3;

  /**
   * A strain, the same for all copies, that is far below any distance of interest and far above
   * rounding. It decides between the two diagonals of a rectangle, where Delaunay's criterion does
   * not, in every copy alike. Its axes lie at an odd angle so that no plain rectangle stays one.
   */
  private static final double STRAIN = 1e-7;

  private static final double STRAIN_ANGLE = 0.7390851332151607;
  private static final double STRAIN_COS = STRAIN * Math.cos(STRAIN_ANGLE);
  private static final double STRAIN_SIN = STRAIN * Math.sin(STRAIN_ANGLE);

  /** Sine of the angle below which two neighbours lie on one line. */
  private static final double COLLINEAR = 1e-4;

  /** Another point as it is seen from one; its vector is strained. */
  private record Neighbour(Corner corner, double x, double y, double squared) {
    static Neighbour strained(Corner corner, double dx, double dy) {
      double x = dx + STRAIN_COS * dx + STRAIN_SIN * dy;
      double y = dy + STRAIN_SIN * dx - STRAIN_COS * dy;
      return new Neighbour(corner, x, y, x * x + y * y);
    }
  }

  private final PlaneLattice basis;
  private final double[] x;
  private final double[] y;
  private final Set<Triangle> triangles;

  /**
   * Triangulates points.
   *
   * @param lattice their periods
   * @param px Cartesian coordinates, Angstrom
   * @param py likewise
   */
  PeriodicTriangulation(PlaneLattice lattice, double[] px, double[] py) {
    basis = lattice.reduced();
    x = new double[px.length];
    y = new double[px.length];
    for (int i = 0; i < px.length; i++) {
      double u = AtomFreeGap.wrap(basis.u(px[i], py[i]));
      double v = AtomFreeGap.wrap(basis.v(px[i], py[i]));
      x[i] = basis.x(u, v);
      y[i] = basis.y(u, v);
    }
    triangles = triangulate();
  }

  Set<Triangle> triangles() {
    return triangles;
  }

  PlaneLattice basis() {
    return basis;
  }

  double x(Corner corner) {
    return x[corner.point] + basis.x(corner.m, corner.n);
  }

  double y(Corner corner) {
    return y[corner.point] + basis.y(corner.m, corner.n);
  }

  private Set<Triangle> triangulate() {
    Set<Triangle> found = new TreeSet<>();
    double reach = REACH_IN_SPACINGS * Math.sqrt(basis.area() / Math.max(1, x.length));
    for (int i = 0; i < x.length; i++) {
      addStar(found, i, neighbours(i, reach));
    }
    return found;
  }

  /** Adds the triangles that a home point makes with two neighbours whose circle holds no third. */
  private static void addStar(Set<Triangle> found, int point, List<Neighbour> neighbours) {
    Corner home = new Corner(point, 0, 0);
    for (int q = 0; q < neighbours.size(); q++) {
      for (int r = q + 1; r < neighbours.size(); r++) {
        if (isEmptyCircle(neighbours, q, r)) {
          found.add(Triangle.of(home, neighbours.get(q).corner, neighbours.get(r).corner));
        }
      }
    }
  }

  /**
   * Tells whether the circle through the origin and two neighbours, given by index, holds no other
   * neighbour.
   */
  private static boolean isEmptyCircle(List<Neighbour> neighbours, int second, int third) {
    Neighbour q = neighbours.get(second);
    Neighbour r = neighbours.get(third);
    double twiceArea = q.x * r.y - q.y * r.x;
    if (Math.abs(twiceArea) < COLLINEAR * Math.sqrt(q.squared * r.squared)) {
      return false;
    }
    double centreX = (r.y * q.squared - q.y * r.squared) / (2 * twiceArea);
    double centreY = (q.x * r.squared - r.x * q.squared) / (2 * twiceArea);
    double diameterSquared = 4 * (centreX * centreX + centreY * centreY);
    if (diameterSquared > neighbours.get(neighbours.size() - 1).squared) {
      return false;
    }
    for (int i = 0; i < neighbours.size(); i++) {
      Neighbour s = neighbours.get(i);
      if (s.squared > diameterSquared) {
        return true;
      }
      boolean inside = s.squared < 2 * (s.x * centreX + s.y * centreY);
      if (inside && i != second && i != third) {
        return false;
      }
    }
    return true;
  }

  /** Returns strained vectors to all other points within reach, the nearest first. */
  private List<Neighbour> neighbours(int point, double reach) {
    List<Neighbour> list = new ArrayList<>();
    int reachM = (int) Math.ceil(reach / basis.spacingU()) + 1;
    int reachN = (int) Math.ceil(reach / basis.spacingV()) + 1;
    for (int m = -reachM; m <= reachM; m++) {
      for (int n = -reachN; n <= reachN; n++) {
        for (int i = 0; i < x.length; i++) {
          double dx = x[i] - x[point] + basis.x(m, n);
          double dy = y[i] - y[point] + basis.y(m, n);
          boolean self = i == point && m == 0 && n == 0;
          if (!self && dx * dx + dy * dy <= reach * reach) {
            list.add(Neighbour.strained(new Corner(i, m, n), dx, dy));
          }
        }
      }
    }
    list.sort(Comparator.comparingDouble(Neighbour::squared));
    return list;
  }
}
