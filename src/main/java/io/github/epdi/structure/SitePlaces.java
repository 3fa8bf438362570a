package io.github.epdi.structure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sites of one kind on one side, numbered in order of (v, u). */
final class SitePlaces {
  private static final int STEPS = 10_000;

  private final PlaneLattice plane;
  private final PlaneImages images;
  private final int[] order;
  private final int[] numberOf;
  private final int[] uSteps;
  private final int[] vSteps;
  private final double[] anchors;

  /** Unrounded Cartesian positions (Angstrom) of the copies in the home cell. */
  final double[] x;

  final double[] y;

  /** Numbers places given anywhere; {@code numberOf} refers to their order in the list. */
  SitePlaces(SlabAtoms atoms, List<ChalcogenNet.Place> places) {
    plane = atoms.plane;
    images = atoms.images;
    int n = places.size();
    long[] u = places.stream().mapToLong(p -> steps(plane.u(p.x(), p.y()))).toArray();
    long[] v = places.stream().mapToLong(p -> steps(plane.v(p.x(), p.y()))).toArray();
    order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> Math.floorMod(v[i], STEPS))
                    .thenComparingLong(i -> Math.floorMod(u[i], STEPS)))
            .mapToInt(Integer::intValue)
            .toArray();
    numberOf = new int[n];
    uSteps = new int[n];
    vSteps = new int[n];
    anchors = new double[n];
    x = new double[n];
    y = new double[n];
    for (int number = 0; number < n; number++) {
      int i = order[number];
      numberOf[i] = number;
      uSteps[number] = Math.floorMod(u[i], STEPS);
      vSteps[number] = Math.floorMod(v[i], STEPS);
      ChalcogenNet.Place place = places.get(i);
      anchors[number] = place.anchor();
      double cellU = Math.floorDiv(u[i], STEPS);
      double cellV = Math.floorDiv(v[i], STEPS);
      x[number] = place.x() - plane.x(cellU, cellV);
      y[number] = place.y() - plane.y(cellU, cellV);
    }
  }

  private static long steps(double fraction) {
    return Math.round(fraction * STEPS);
  }

  int size() {
    return anchors.length;
  }

  /** Indices of the list in order of their numbers. */
  int[] order() {
    return order;
  }

  /** Number of the place at an index of the list. */
  int number(int index) {
    return numberOf[index];
  }

  double u(int number) {
    return uSteps[number] / (double) STEPS;
  }

  double v(int number) {
    return vSteps[number] / (double) STEPS;
  }

  double anchorAngstrom(int number) {
    return anchors[number];
  }

  /** Cell along a of a copy of a site at a position. */
  int cellU(int number, double px, double py) {
    return (int) Math.rint(plane.u(px - x[number], py - y[number]));
  }

  /** Cell along b of a copy of a site at a position. */
  int cellV(int number, double px, double py) {
    return (int) Math.rint(plane.v(px - x[number], py - y[number]));
  }

  /** Number of the site with a copy within a distance of a position; -1 if there is none. */
  int find(double px, double py, double toleranceAngstrom) {
    int nearest = -1;
    double least = toleranceAngstrom * toleranceAngstrom;
    for (int i = 0; i < x.length; i++) {
      double[] d = images.wrapped(px - x[i], py - y[i]);
      double squared = PlaneLattice.dot(d, d);
      if (squared <= least) {
        least = squared;
        nearest = i;
      }
    }
    return nearest;
  }
}
