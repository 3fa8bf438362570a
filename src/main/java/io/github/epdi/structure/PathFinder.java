package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the paths T-B-H-B'-T' of a side and their orbits. A path and its reverse are one. */
final class PathFinder {
  /** An unordered pair of the three hops of an H, the lower hop number first. */
  private record Pair(int hollow, int lower, int upper) {}

  private final SiteGeometry geometry;
  private final Orbits topOrbits;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Pair, Integer> index = new HashMap<>();
  private final Orbits orbits;

  PathFinder(SiteGeometry geometry, List<SiteMap> symmetry, Orbits topOrbits) {
    this.geometry = geometry;
    this.topOrbits = topOrbits;
    for (int h = 0; h < geometry.hollows.size(); h++) {
      List<SiteGeometry.Arm> arms = geometry.arms(h);
      for (int i = 0; i < 3; i++) {
        for (int j = i + 1; j < 3; j++) {
          Pair pair = new Pair(h, arms.get(i).hop(), arms.get(j).hop());
          index.put(pair, pairs.size());
          pairs.add(pair);
        }
      }
    }
    orbits = new Orbits(pairs.size());
    symmetry.forEach(this::join);
  }

  private void join(SiteMap map) {
    int path = 0;
    for (int h = 0; h < map.hollows.length; h++) {
      for (int i = 0; i < 3; i++) {
        for (int j = i + 1; j < 3; j++) {
          int p = map.arms[h][i];
          int q = map.arms[h][j];
          Pair image = new Pair(map.hollows[h], Math.min(p, q), Math.max(p, q));
          Integer other = index.get(image);
          if (other != null) {
            orbits.join(path, other);
          }
          path++;
        }
      }
    }
  }

  /** Returns one path for each orbit, in order of the H's number, then the hops' numbers. */
  List<DiffusionPath> representatives() {
    List<DiffusionPath> paths = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (orbits.representative(i) == i) {
        paths.add(path(pairs.get(i), orbits.multiplicity(i)));
      }
    }
    return paths;
  }

  /** Returns the mean lateral distance between the ends of a path over all paths, in Angstrom. */
  double meanEndDistanceAngstrom() {
    double sum = 0;
    for (Pair pair : pairs) {
      SiteGeometry.Arm p = arm(pair.hollow, pair.lower);
      SiteGeometry.Arm q = arm(pair.hollow, pair.upper);
      sum += Math.hypot(p.topX() - q.topX(), p.topY() - q.topY());
    }
    return sum / pairs.size();
  }

  private DiffusionPath path(Pair pair, int multiplicity) {
    int lowerTop = geometry.hops().get(pair.lower).top();
    int upperTop = geometry.hops().get(pair.upper).top();
    boolean forward = topOrbits.representative(lowerTop) <= topOrbits.representative(upperTop);
    int start = forward ? pair.lower : pair.upper;
    int end = forward ? pair.upper : pair.lower;
    return new DiffusionPath(
        pair.hollow,
        geometry.hops().get(start).top(),
        start,
        end,
        geometry.hops().get(end).top(),
        positions(pair.hollow, arm(pair.hollow, start), arm(pair.hollow, end)),
        multiplicity);
  }

  private SiteGeometry.Arm arm(int hollow, int hop) {
    return geometry.arms(hollow).stream().filter(a -> a.hop() == hop).findFirst().orElseThrow();
  }

  private List<Double> positions(int hollow, SiteGeometry.Arm start, SiteGeometry.Arm end) {
    double hx = geometry.hollows.x[hollow];
    double hy = geometry.hollows.y[hollow];
    double first = Math.hypot(start.bridgeX() - start.topX(), start.bridgeY() - start.topY());
    double second = first + Math.hypot(hx - start.bridgeX(), hy - start.bridgeY());
    double third = second + Math.hypot(end.bridgeX() - hx, end.bridgeY() - hy);
    double fourth = third + Math.hypot(end.topX() - end.bridgeX(), end.topY() - end.bridgeY());
    return List.of(0.0, first, second, third, fourth);
  }
}
