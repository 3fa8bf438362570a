package io.github.epdi.screening;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Further places along a path between its five sites. Each of the four straight stretches has the
 * same number of equally spaced places, and their anchor height changes linearly from one site to
 * the next.
 *
 * @param positionsAngstrom along the path, ascending
 * @param places where lithium is put, one for each position
 */
record PathPoints(List<Double> positionsAngstrom, List<AdsorptionSite> places) {
  /** A site at lateral fractional coordinates that are not wrapped into the cell. */
  private record Point(double u, double v, double anchorAngstrom) {
    static Point of(AdsorptionSite site, double du, double dv) {
      return new Point(site.u() + du, site.v() + dv, site.anchorAngstrom());
    }

    Point towards(Point other, double fraction) {
      return new Point(
          u + fraction * (other.u - u),
          v + fraction * (other.v - v),
          anchorAngstrom + fraction * (other.anchorAngstrom - anchorAngstrom));
    }
  }

  /**
   * Places the points of one path.
   *
   * @param perStretch points on each of the four stretches, at least 1
   */
  static PathPoints of(SurfaceGraph graph, DiffusionPath path, int perStretch) {
    List<Point> corners = corners(graph, path);
    List<Double> positions = new ArrayList<>();
    List<AdsorptionSite> places = new ArrayList<>();
    for (int stretch = 0; stretch < corners.size() - 1; stretch++) {
      double from = path.positionsAngstrom().get(stretch);
      double to = path.positionsAngstrom().get(stretch + 1);
      for (int i = 1; i <= perStretch; i++) {
        double fraction = i / (perStretch + 1.0);
        Point point = corners.get(stretch).towards(corners.get(stretch + 1), fraction);
        positions.add(from + fraction * (to - from));
        places.add(place(point, places.size()));
      }
    }
    return new PathPoints(positions, places);
  }

  private static AdsorptionSite place(Point point, int number) {
    return new AdsorptionSite(
        SiteKind.B,
        number,
        point.u() - Math.floor(point.u()),
        point.v() - Math.floor(point.v()),
        point.anchorAngstrom(),
        SiteKind.B.name() + number,
        1);
  }

  /** Returns the path's sites T, B, H, B' and T' around its H in the home cell. */
  private static List<Point> corners(SurfaceGraph graph, DiffusionPath path) {
    Point hollow = Point.of(graph.hollows().get(path.hollow()), 0, 0);
    Point start = top(graph, path.startHop());
    Point end = top(graph, path.endHop());
    return List.of(
        start,
        bridge(graph, path.startHop(), start, hollow),
        hollow,
        bridge(graph, path.endHop(), end, hollow),
        end);
  }

  /** Returns the T of a hop as seen from its H in the home cell. */
  private static Point top(SurfaceGraph graph, int hopNumber) {
    Hop hop = graph.hops().get(hopNumber);
    return Point.of(graph.tops().get(hop.top()), -hop.du(), -hop.dv());
  }

  /** Returns the image of a bridge that is nearest to the middle between T and H. */
  private static Point bridge(SurfaceGraph graph, int number, Point top, Point hollow) {
    AdsorptionSite site = graph.bridges().get(number);
    Point middle = top.towards(hollow, 0.5);
    return Point.of(site, Math.rint(middle.u() - site.u()), Math.rint(middle.v() - site.v()));
  }
}
