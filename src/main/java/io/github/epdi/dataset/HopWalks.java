package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.LateralPosition;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the way over sites that the images of a band follow. */
final class HopWalks {
  /** Largest distance of an image from the way, and of the first and last image from its site. */
  static final double REACH_ANGSTROM = 0.6;

  private static final int MOST_HOPS = 6;

  /** A T or H site in a cell. */
  private record Node(String id, int number, int u, int v) {
    boolean isTop() {
      return id.startsWith("T");
    }
  }

  private final Lattice lattice;
  private final SurfaceGraph graph;

  HopWalks(Lattice lattice, SurfaceGraph graph) {
    this.lattice = lattice;
    this.graph = graph;
  }

  /**
   * Finds the way that is nearest to the images. Among all ways between the sites at both ends that
   * never turn back, it has the smallest sum of squared distances.
   *
   * @param images lateral fractional coordinates (u, v) of the ion in each image, each in the copy
   *     of the cell that is nearest to the image before
   * @throws UnusableException OFF_PATH if an image is too far from it
   */
  HopWalk nearest(List<double[]> images) {
    List<LateralPosition> places = images.stream().map(f -> place(f[0], f[1])).toList();
    Node start = end(places.get(0), "first");
    Node goal = end(places.get(places.size() - 1), "last");
    List<HopWalk> found = new ArrayList<>();
    List<String> sites = new ArrayList<>(List.of(start.id()));
    List<LateralPosition> corners = new ArrayList<>(List.of(place(start)));
    walk(start, goal, -1, sites, corners, found);
    HopWalk best = null;
    for (HopWalk walk : found) {
      if (best == null || squares(walk, places) < squares(best, places)) {
        best = walk;
      }
    }
    requireNear(best, places, start, goal);
    return best;
  }

  private static void requireNear(
      HopWalk walk, List<LateralPosition> places, Node start, Node goal) {
    String expected =
        "images on a way over hops from " + start.id() + " to " + goal.id() + " (another cell's)";
    if (walk == null) {
      throw UnusableException.of(
          ImportCode.OFF_PATH, expected, "none of 1 to " + MOST_HOPS + " hops");
    }
    for (int i = 0; i < places.size(); i++) {
      double off = walk.project(places.get(i)).offAngstrom();
      if (off > REACH_ANGSTROM) {
        throw UnusableException.of(
            ImportCode.OFF_PATH,
            expected,
            String.format(Locale.ROOT, "image %02d %.2f Angstrom beside it", i, off));
      }
    }
  }

  private static double squares(HopWalk walk, List<LateralPosition> places) {
    return places.stream()
        .mapToDouble(p -> walk.project(p).offAngstrom())
        .map(off -> off * off)
        .sum();
  }

  private void walk(
      Node node,
      Node goal,
      int lastHop,
      List<String> sites,
      List<LateralPosition> corners,
      List<HopWalk> found) {
    if (node.equals(goal) && sites.size() > 1) {
      found.add(new HopWalk(sites, corners));
      return;
    }
    if (sites.size() > 2 * MOST_HOPS) {
      return;
    }
    for (Hop hop : graph.hops()) {
      if (hop.number() != lastHop && leaves(hop, node)) {
        Node next = across(hop, node);
        LateralPosition from = place(node);
        LateralPosition to = place(next);
        sites.add(hop.id());
        sites.add(next.id());
        corners.add(bridge(hop, from, to));
        corners.add(to);
        walk(next, goal, hop.number(), sites, corners, found);
        sites.subList(sites.size() - 2, sites.size()).clear();
        corners.subList(corners.size() - 2, corners.size()).clear();
      }
    }
  }

  private static boolean leaves(Hop hop, Node node) {
    return node.isTop() ? hop.top() == node.number() : hop.hollow() == node.number();
  }

  private static Node across(Hop hop, Node node) {
    return node.isTop()
        ? new Node("H" + hop.hollow(), hop.hollow(), node.u() + hop.du(), node.v() + hop.dv())
        : new Node("T" + hop.top(), hop.top(), node.u() - hop.du(), node.v() - hop.dv());
  }

  /** Returns the copy of a hop's bridge that lies between its sites. */
  private LateralPosition bridge(Hop hop, LateralPosition from, LateralPosition to) {
    LateralPosition middle =
        new LateralPosition(
            (from.xAngstrom() + to.xAngstrom()) / 2, (from.yAngstrom() + to.yAngstrom()) / 2);
    AdsorptionSite site = graph.bridges().get(hop.number());
    return nearestCopy(site, middle).place();
  }

  private record Copy(int u, int v, LateralPosition place) {}

  private Copy nearestCopy(AdsorptionSite site, LateralPosition place) {
    double[] f = fractional(place);
    int u = (int) Math.rint(f[0] - site.u());
    int v = (int) Math.rint(f[1] - site.v());
    Copy nearest = null;
    for (int i = u - 2; i <= u + 2; i++) {
      for (int j = v - 2; j <= v + 2; j++) {
        LateralPosition at = place(site.u() + i, site.v() + j);
        if (nearest == null
            || HopWalk.distance(at, place) < HopWalk.distance(nearest.place(), place)) {
          nearest = new Copy(i, j, at);
        }
      }
    }
    return nearest;
  }

  private Node end(LateralPosition place, String which) {
    Node nearest = null;
    double shortest = Double.POSITIVE_INFINITY;
    for (AdsorptionSite site : graph.all()) {
      if (!site.id().startsWith("B")) {
        Copy copy = nearestCopy(site, place);
        double distance = HopWalk.distance(copy.place(), place);
        if (distance < shortest) {
          shortest = distance;
          nearest = new Node(site.id(), site.number(), copy.u(), copy.v());
        }
      }
    }
    if (shortest > REACH_ANGSTROM) {
      throw UnusableException.of(
          ImportCode.OFF_PATH,
          "the " + which + " image within " + REACH_ANGSTROM + " Angstrom of a T or H site",
          String.format(Locale.ROOT, "%s at %.2f Angstrom", nearest.id(), shortest));
    }
    return nearest;
  }

  private LateralPosition place(Node node) {
    AdsorptionSite site = (node.isTop() ? graph.tops() : graph.hollows()).get(node.number());
    return place(site.u() + node.u(), site.v() + node.v());
  }

  /** Returns the place of lateral fractional coordinates without wrapping them, Angstrom. */
  LateralPosition place(double u, double v) {
    return LateralPosition.of(lattice, graph.side(), u, v);
  }

  private double[] fractional(LateralPosition place) {
    LateralPosition a = place(1, 0);
    LateralPosition b = place(0, 1);
    double x = place.xAngstrom();
    double y = place.yAngstrom();
    double area = a.xAngstrom() * b.yAngstrom() - a.yAngstrom() * b.xAngstrom();
    return new double[] {
      (x * b.yAngstrom() - y * b.xAngstrom()) / area, (y * a.xAngstrom() - x * a.yAngstrom()) / area
    };
  }
}
