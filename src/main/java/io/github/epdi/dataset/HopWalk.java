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
   * A place on the line.
   *
   * @param positionAngstrom from its start
   * @param offAngstrom distance from it
   */
  record Projection(double positionAngstrom, double offAngstrom) {}

  private final List<String> sites;
  private final List<LateralPosition> corners;
  private final double[] positions;

  /**
   * A line over sites.
   *
   * @param sites ids, T or H first, bridges between them
   * @param corners their places, Angstrom
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

  /** Cumulative distance at each site. */
  List<Double> positionsAngstrom() {
    List<Double> list = new ArrayList<>();
    for (double position : positions) {
      list.add(position);
    }
    return list;
  }

  /** The nearest point of the line; of equally near ones the first. */
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

  /** Number (from 0) of the hop that a position is on: each hop has two pieces. */
  private int hop(double positionAngstrom) {
    int hop = 0;
    while (2 * hop + 2 < positions.length - 1 && positionAngstrom > positions[2 * hop + 2]) {
      hop++;
    }
    return hop;
  }

  /** Id of the hop that a position is on. */
  String hopId(double positionAngstrom) {
    return sites.get(2 * hop(positionAngstrom) + 1);
  }

  /** How far along its hop a position is, 0 at the T site, 1 at the H site. */
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
