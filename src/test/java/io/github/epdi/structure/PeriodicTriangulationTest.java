package io.github.epdi.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The periodic Delaunay net: Euler's counts, whole cover, empty circles. */
class PeriodicTriangulationTest {
  private static double area(PeriodicTriangulation mesh, PeriodicTriangulation.Triangle t) {
    double x1 = mesh.x(t.second()) - mesh.x(t.first());
    double y1 = mesh.y(t.second()) - mesh.y(t.first());
    double x2 = mesh.x(t.third()) - mesh.x(t.first());
    double y2 = mesh.y(t.third()) - mesh.y(t.first());
    return Math.abs(x1 * y2 - x2 * y1) / 2;
  }

  private static void assertWhole(PeriodicTriangulation mesh, int points, PlaneLattice lattice) {
    assertThat(mesh.triangles()).hasSize(2 * points);
    double covered = mesh.triangles().stream().mapToDouble(t -> area(mesh, t)).sum();
    assertThat(covered).isCloseTo(lattice.area(), within(1e-6 * lattice.area()));
    Set<List<Integer>> edges = new HashSet<>();
    for (PeriodicTriangulation.Triangle t : mesh.triangles()) {
      edges.add(edge(t.first(), t.second()));
      edges.add(edge(t.first(), t.third()));
      edges.add(edge(t.second(), t.third()));
    }
    assertThat(edges).hasSize(3 * points);
  }

  private static List<Integer> edge(
      PeriodicTriangulation.Corner p, PeriodicTriangulation.Corner q) {
    return List.of(p.point(), q.point(), q.m() - p.m(), q.n() - p.n());
  }

  /** A jittered net in a random, often skewed cell. */
  @Property(tries = 60)
  void randomNetsAreWholeAndDelaunay(
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 5) int m,
      @ForAll @IntRange(min = -4, max = 4) int skew,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    double[] a = {3.2 * n, 0};
    double[] b = {-1.6 * m + skew * a[0], 2.77 * m};
    PlaneLattice lattice = PlaneLattice.of(a, b);
    double[] x = new double[n * m];
    double[] y = new double[n * m];
    for (int i = 0; i < n * m; i++) {
      int row = i / n;
      x[i] = 3.2 * (i % n) - 1.6 * row + 0.9 * (random.nextDouble() - 0.5);
      y[i] = 2.77 * row + 0.9 * (random.nextDouble() - 0.5);
    }
    PeriodicTriangulation mesh = new PeriodicTriangulation(lattice, x, y);
    assertWhole(mesh, n * m, lattice);
    for (PeriodicTriangulation.Triangle t : mesh.triangles()) {
      assertThat(isEmpty(mesh, t, n * m)).isTrue();
    }
  }

  private static boolean isEmpty(
      PeriodicTriangulation mesh, PeriodicTriangulation.Triangle t, int points) {
    double[] p = {mesh.x(t.first()), mesh.y(t.first())};
    double[] q = {mesh.x(t.second()), mesh.y(t.second())};
    double[] r = {mesh.x(t.third()), mesh.y(t.third())};
    double d = 2 * (p[0] * (q[1] - r[1]) + q[0] * (r[1] - p[1]) + r[0] * (p[1] - q[1]));
    double pp = PlaneLattice.dot(p, p);
    double qq = PlaneLattice.dot(q, q);
    double rr = PlaneLattice.dot(r, r);
    double cx = (pp * (q[1] - r[1]) + qq * (r[1] - p[1]) + rr * (p[1] - q[1])) / d;
    double cy = (pp * (r[0] - q[0]) + qq * (p[0] - r[0]) + rr * (q[0] - p[0])) / d;
    double radius = Math.hypot(p[0] - cx, p[1] - cy);
    for (int i = 0; i < points; i++) {
      for (int m = -5; m <= 5; m++) {
        for (int n = -5; n <= 5; n++) {
          PeriodicTriangulation.Corner c = new PeriodicTriangulation.Corner(i, m, n);
          if (Math.hypot(mesh.x(c) - cx, mesh.y(c) - cy) < radius - 1e-5) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Squares have two diagonals and Delaunay no opinion: all copies must choose alike. */
  @ParameterizedTest
  @CsvSource({
    "1,1,0",
    "2,3,0",
    "4,4,0",
    "3,3,0.5",
    "2,2,0.7853981633974483",
    "4,2,0.3",
    "3,1,1.1",
    "3,3,0.8",
    "2,3,0.05"
  })
  void squareNetsAreWholeToo(int n, int m, double angle) {
    double s = 3.3;
    double cos = s * Math.cos(angle);
    double sin = s * Math.sin(angle);
    PlaneLattice lattice =
        PlaneLattice.of(new double[] {n * cos, n * sin}, new double[] {-m * sin, m * cos});
    double[] x = new double[n * m];
    double[] y = new double[n * m];
    for (int i = 0; i < n * m; i++) {
      int row = i / n;
      x[i] = (i % n) * cos - row * sin + 0.1;
      y[i] = (i % n) * sin + row * cos + 0.2;
    }
    assertWhole(new PeriodicTriangulation(lattice, x, y), n * m, lattice);
  }
}
