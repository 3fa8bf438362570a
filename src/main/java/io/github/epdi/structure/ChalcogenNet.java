package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The triangular net of one side's chalcogens over its metals: faces and edges with unwrapped
 * positions, checked to be whole.
 */
final class ChalcogenNet {
  /** A metal this far outside every triangle, in barycentric units, is in none. */
  private static final double INSIDE_TOLERANCE = 1e-6;

  /** A hop that is longer than this multiple of the median crosses a hole or a gap. */
  private static final double LONGEST_HOP = 1.6;

  /** A triangle: its centroid (Angstrom), its chalcogens' mean height, the metals below it. */
  private static final class Face {
    final double x;
    final double y;
    final double anchor;
    int metals;

    Face(double x, double y, double anchor) {
      this.x = x;
      this.y = y;
      this.anchor = anchor;
    }
  }

  /** An edge whose first corner lies in the home cell. */
  private record Edge(PeriodicTriangulation.Corner first, PeriodicTriangulation.Corner second)
      implements Comparable<Edge> {
    @Override
    public int compareTo(Edge other) {
      int byFirst = first.compareTo(other.first);
      return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
  }

  /** A face beside an edge, moved by (m, n) cells of the basis to lie there. */
  private record Beside(int face, int m, int n) {}

  /** A face as a place: unwrapped centroid and mean outward height, Angstrom. */
  record Place(double x, double y, double anchor, boolean top) {}

  /**
   * An edge between two adjacent faces; the positions are those of one unwrapped neighbourhood.
   *
   * @param bridge midpoint
   * @param top index of the T face
   * @param topX where its copy beside the edge is
   * @param topY likewise
   * @param hollow index of the H face
   * @param hollowX where its copy beside the edge is
   * @param hollowY likewise
   */
  record Link(
      Place bridge, int top, double topX, double topY, int hollow, double hollowX, double hollowY) {
    double lengthAngstrom() {
      return Math.hypot(topX - hollowX, topY - hollowY);
    }
  }

  private final SlabAtoms atoms;
  private final SideLayer layer;
  private final PeriodicTriangulation mesh;
  private final List<PeriodicTriangulation.Triangle> triangles;
  private final List<Face> faces = new ArrayList<>();

  private ChalcogenNet(SlabAtoms atoms, SideLayer layer) {
    this.atoms = atoms;
    this.layer = layer;
    int n = layer.chalcogens().size();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = atoms.x[layer.chalcogens().get(i)];
      y[i] = atoms.y[layer.chalcogens().get(i)];
    }
    mesh = new PeriodicTriangulation(atoms.plane, x, y);
    triangles = List.copyOf(mesh.triangles());
  }

  /**
   * Triangulates a side.
   *
   * @throws RejectException SURFACE_DEFECT, naming the side
   */
  static ChalcogenNet of(SlabAtoms atoms, SideLayer layer) {
    int v = layer.chalcogens().size();
    if (v > 0) {
      SheetCheck.require(atoms, layer);
    }
    if (v != layer.metals().size() || v == 0) {
      throw SurfaceDefect.of(
          layer.side(),
          layer.metals().size() + " chalcogens over as many metals",
          String.valueOf(v));
    }
    SurfaceDefect.requireFree(atoms, layer);
    ChalcogenNet net = new ChalcogenNet(atoms, layer);
    if (net.triangles.size() != 2 * v) {
      throw SurfaceDefect.of(
          layer.side(), 2 * v + " triangles of chalcogens", String.valueOf(net.triangles.size()));
    }
    net.addFaces();
    net.assignMetals();
    return net;
  }

  /** Faces by index. */
  List<Place> places() {
    return faces.stream().map(f -> new Place(f.x, f.y, f.anchor, f.metals == 1)).toList();
  }

  /**
   * Edges, each between a T and an H.
   *
   * @throws RejectException SURFACE_DEFECT where an edge has other neighbours
   */
  List<Link> links() {
    Map<Edge, List<Beside>> edges = edges();
    if (edges.size() != 3 * layer.chalcogens().size()) {
      throw SurfaceDefect.of(
          layer.side(),
          3 * layer.chalcogens().size() + " edges of chalcogens",
          String.valueOf(edges.size()));
    }
    List<Link> links = new ArrayList<>();
    edges.forEach((edge, sides) -> links.add(link(edge, sides)));
    requireLikeHops(links);
    return links;
  }

  private void requireLikeHops(List<Link> links) {
    double[] lengths = links.stream().mapToDouble(Link::lengthAngstrom).sorted().toArray();
    double median = lengths[lengths.length / 2];
    double longest = lengths[lengths.length - 1];
    if (longest > LONGEST_HOP * median) {
      throw SurfaceDefect.of(
          layer.side(),
          String.format(
              Locale.ROOT,
              "hops of at most %.1f times their median of %.2f Angstrom",
              LONGEST_HOP,
              median),
          String.format(Locale.ROOT, "one of %.2f Angstrom", longest));
    }
  }

  private void addFaces() {
    for (PeriodicTriangulation.Triangle triangle : triangles) {
      double x = 0;
      double y = 0;
      double z = 0;
      for (PeriodicTriangulation.Corner corner : triangle.corners()) {
        x += mesh.x(corner) / 3;
        y += mesh.y(corner) / 3;
        z += height(corner) / 3;
      }
      faces.add(new Face(x, y, z));
    }
  }

  private double height(PeriodicTriangulation.Corner corner) {
    return atoms.z[layer.chalcogens().get(corner.point())] * layer.side().sign();
  }

  private void assignMetals() {
    for (int metal : layer.metals()) {
      int best = -1;
      double deepest = -INSIDE_TOLERANCE;
      for (int f = 0; f < faces.size(); f++) {
        double depth = depth(triangles.get(f), faces.get(f), metal);
        if (depth > deepest) {
          deepest = depth;
          best = f;
        }
      }
      if (best < 0 || ++faces.get(best).metals > 1) {
        throw SurfaceDefect.of(
            layer.side(),
            "each metal below a triangle of its own",
            atoms.elements[metal] + " (atom " + (metal + 1) + ") below none or a shared one");
      }
    }
  }

  /** Greatest least barycentric coordinate of a metal's images in a triangle. */
  private double depth(PeriodicTriangulation.Triangle triangle, Face face, int metal) {
    double[] offset = atoms.images.wrapped(atoms.x[metal] - face.x, atoms.y[metal] - face.y);
    double deepest = Double.NEGATIVE_INFINITY;
    for (int m = -1; m <= 1; m++) {
      for (int n = -1; n <= 1; n++) {
        double x = face.x + offset[0] + mesh.basis().x(m, n);
        double y = face.y + offset[1] + mesh.basis().y(m, n);
        deepest = Math.max(deepest, leastBarycentric(triangle, x, y));
      }
    }
    return deepest;
  }

  private double leastBarycentric(PeriodicTriangulation.Triangle t, double x, double y) {
    double x1 = mesh.x(t.second()) - mesh.x(t.first());
    double y1 = mesh.y(t.second()) - mesh.y(t.first());
    double x2 = mesh.x(t.third()) - mesh.x(t.first());
    double y2 = mesh.y(t.third()) - mesh.y(t.first());
    double dx = x - mesh.x(t.first());
    double dy = y - mesh.y(t.first());
    double area = x1 * y2 - x2 * y1;
    double second = (dx * y2 - x2 * dy) / area;
    double third = (x1 * dy - dx * y1) / area;
    return Math.min(1 - second - third, Math.min(second, third));
  }

  private Map<Edge, List<Beside>> edges() {
    Map<Edge, List<Beside>> edges = new TreeMap<>();
    for (int f = 0; f < triangles.size(); f++) {
      PeriodicTriangulation.Triangle t = triangles.get(f);
      addEdge(edges, f, t.first(), t.second());
      addEdge(edges, f, t.first(), t.third());
      addEdge(edges, f, t.second(), t.third());
    }
    return edges;
  }

  /** Corners of a triangle ascend, so the first one is the edge's first too. */
  private static void addEdge(
      Map<Edge, List<Beside>> edges,
      int face,
      PeriodicTriangulation.Corner p,
      PeriodicTriangulation.Corner q) {
    Edge edge = new Edge(p.moved(-p.m(), -p.n()), q.moved(-p.m(), -p.n()));
    edges.computeIfAbsent(edge, e -> new ArrayList<>()).add(new Beside(face, -p.m(), -p.n()));
  }

  private Link link(Edge edge, List<Beside> sides) {
    Place bridge =
        new Place(
            (mesh.x(edge.first) + mesh.x(edge.second)) / 2,
            (mesh.y(edge.first) + mesh.y(edge.second)) / 2,
            (height(edge.first) + height(edge.second)) / 2,
            false);
    List<Beside> tops = sides.stream().filter(s -> faces.get(s.face).metals == 1).toList();
    List<Beside> hollows = sides.stream().filter(s -> faces.get(s.face).metals == 0).toList();
    if (tops.size() != 1 || hollows.size() != 1) {
      throw SurfaceDefect.of(
          layer.side(),
          "a metal below every other triangle",
          "an edge between " + tops.size() + " with and " + hollows.size() + " without");
    }
    Beside t = tops.get(0);
    Beside h = hollows.get(0);
    return new Link(bridge, t.face, x(t), y(t), h.face, x(h), y(h));
  }

  private double x(Beside beside) {
    return faces.get(beside.face).x + mesh.basis().x(beside.m, beside.n);
  }

  private double y(Beside beside) {
    return faces.get(beside.face).y + mesh.basis().y(beside.m, beside.n);
  }
}
