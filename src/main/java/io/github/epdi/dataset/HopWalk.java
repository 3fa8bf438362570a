package io.github.epdi.dataset;

import io.github.epdi.structure.LateralPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * A way over sites, T-B-H-B'-T' and so on or from H to H, as a line of straight pieces in the
 * surface's Cartesian coordinates. Immutable.
 */
final class HopWalk {
  /**
   * The point of the line that is nearest to a place.
   *
   * @param positionAngstrom distance from the start along the line
   * @param offAngstrom distance of the place from the line
   */
  record Projection(double positionAngstrom, double offAngstrom) {}

  private final List<String> sites;
  private final List<LateralPosition> corners;
  private final double[] positions;

  /**
   * Makes a line over sites.
   *
   * @param sites ids of the sites, starting with T or H, bridges between them
   * @param corners places of the sites, Angstrom
   */
  HopWalk(List<String> sites, List<LateralPosition> corners) {
    this.sites = List.copyOf(sites);
    this.corners = List.copyOf(corners);
    this.positions = new double[corners.size()];
    for (int i = 1; i < positions.length; i++) {
      positions[i] = positions[i - 1] + distance(corners.get(i - 1), corners.get(i));
    }
  }

  List<String> sites() {
    return sites;
  }

  /** Returns the cumulative distance at each site, Angstrom. */
  List<Double> positionsAngstrom() {
    List<Double> list = new ArrayList<>();
    for (double position : positions) {
      list.add(position);
    }
    return list;
  }

  /**
   * Returns the point of the line that is nearest to a place. Among equally near ones it is the
   * first.
   */
  Projection project(LateralPosition place) {
    Projection nearest = null;
    for (int i = 1; i < corners.size(); i++) {
      LateralPosition from = corners.get(i - 1);
      double dx = corners.get(i).xAngstrom() - from.xAngstrom();
      double dy = corners.get(i).yAngstrom() - from.yAngstrom();
      double length = positions[i] - positions[i - 1];
      double along =
          ((place.xAngstrom() - from.xAngstrom()) * dx
                  + (place.yAngstrom() - from.yAngstrom()) * dy)
              / length;
      double t = Math.max(0, Math.min(1, along / length));
      double off =
          distance(
              place, new LateralPosition(from.xAngstrom() + t * dx, from.yAngstrom() + t * dy));
      if (nearest == null || off < nearest.offAngstrom()) {
        nearest = new Projection(Math.min(positions[i - 1] + t * length, positions[i]), off);
      }
    }
    return nearest;
  }

  /** Returns the number (from 0) of the hop at a position. Each hop has two pieces of the line. */
  private int hop(double positionAngstrom) {
    int hop = 0;
    while (2 * hop + 2 < positions.length - 1 && positionAngstrom > positions[2 * hop + 2]) {
      hop++;
    }
    return hop;
  }

  /** Returns the id of the hop at a position. */
  String hopId(double positionAngstrom) {
    return sites.get(2 * hop(positionAngstrom) + 1);
  }

  /** Returns how far along its hop a position is: 0 at the T site, 1 at the H site. */
  double hopFraction(double positionAngstrom) {
    int first = 2 * hop(positionAngstrom);
    double fraction =
        (positionAngstrom - positions[first]) / (positions[first + 2] - positions[first]);
    return sites.get(first).startsWith("T") ? fraction : 1 - fraction;
  }

  static double distance(LateralPosition p, LateralPosition q) {
    return Math.hypot(p.xAngstrom() - q.xAngstrom(), p.yAngstrom() - q.yAngstrom());
  }
}
