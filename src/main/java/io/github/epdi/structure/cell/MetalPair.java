package io.github.epdi.structure.cell;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Lattice;
import java.util.ArrayList;
import java.util.List;

/**
 * Two neighbouring metals of one layer, the second one in the cell (offsetA, offsetB) from the
 * first's.
 *
 * <p>Positions are taken as the file gives them, not wrapped: a code that writes a wrong cell
 * beside right positions shows it exactly where a pair needs a cell vector.
 *
 * @param offsetA cell vectors a between the two
 * @param offsetB cell vectors b between the two
 * @param dx from the first to the second, Cartesian, Angstrom
 * @param dy likewise
 * @param dz likewise
 */
record MetalPair(int offsetA, int offsetB, double dx, double dy, double dz) {
  /** Metals further apart than this are no neighbours in any metal, Angstrom. */
  private static final double LONGEST = 5.0;

  private static final double SHORTEST = 0.1;

  /** Metals further apart than this along the normal are not in one layer, Angstrom. */
  private static final double SAME_LAYER = 1.5;

  /** Neighbours are within this multiple of the shortest distance (1T' has 1.15 and 1.37). */
  private static final double NEIGHBOUR_FACTOR = 1.35;

  /** Each pair of neighbouring metals once. */
  static List<MetalPair> neighbours(CrystalStructure structure) {
    List<Atom> metals =
        structure.atoms().stream().filter(atom -> atom.element().isLayerMetal()).toList();
    List<MetalPair> pairs = new ArrayList<>();
    for (int i = 0; i < metals.size(); i++) {
      for (int j = i; j < metals.size(); j++) {
        addImages(pairs, structure.lattice(), metals.get(i), metals.get(j), i == j);
      }
    }
    double shortest = pairs.stream().mapToDouble(MetalPair::distanceAngstrom).min().orElse(LONGEST);
    pairs.removeIf(pair -> pair.distanceAngstrom() > NEIGHBOUR_FACTOR * shortest);
    return pairs;
  }

  private static void addImages(
      List<MetalPair> pairs, Lattice lattice, Atom from, Atom to, boolean self) {
    double fa = to.fa() - from.fa();
    double fb = to.fb() - from.fb();
    double fc = to.fc() - from.fc();
    int a = (int) -Math.rint(fa);
    int b = (int) -Math.rint(fb);
    int c = (int) -Math.rint(fc);
    double[] normal = lattice.topNormal();
    int[] reach = {reach(lattice, 0), reach(lattice, 1), reach(lattice, 2)};
    for (int i = a - reach[0]; i <= a + reach[0]; i++) {
      for (int j = b - reach[1]; j <= b + reach[1]; j++) {
        for (int k = c - reach[2]; k <= c + reach[2]; k++) {
          boolean opposite = self && (i < 0 || (i == 0 && (j < 0 || (j == 0 && k < 0))));
          double[] d = lattice.cartesian(fa + i, fb + j, fc + k);
          MetalPair pair = new MetalPair(i, j, d[0], d[1], d[2]);
          double distance = pair.distanceAngstrom();
          boolean level = Math.abs(Lattice.dot(d, normal)) <= SAME_LAYER;
          if (level && !opposite && distance > SHORTEST && distance <= LONGEST) {
            pairs.add(pair);
          }
        }
      }
    }
  }

  /** Cells along an axis on either side in which a neighbour may lie. */
  static int reach(Lattice lattice, int axis) {
    double[] area = Lattice.cross(lattice.vector((axis + 1) % 3), lattice.vector((axis + 2) % 3));
    double spacing = Math.abs(lattice.volume()) / Math.sqrt(Lattice.dot(area, area));
    return (int) Math.ceil(LONGEST / spacing + 0.5);
  }

  /** Whether the pair needs a vector of this lateral axis (0 a, 1 b), and only of this one. */
  boolean crosses(int axis) {
    return axis == 0 ? offsetA != 0 && offsetB == 0 : offsetA == 0 && offsetB != 0;
  }

  boolean isInner() {
    return offsetA == 0 && offsetB == 0;
  }

  int offset(int axis) {
    return axis == 0 ? offsetA : offsetB;
  }

  /** The same pair seen from its other end. */
  MetalPair reversed() {
    return new MetalPair(-offsetA, -offsetB, -dx, -dy, -dz);
  }

  /** Length along a unit vector, Angstrom. */
  double component(double[] unit) {
    return dx * unit[0] + dy * unit[1] + dz * unit[2];
  }

  /** Whether both vectors are the same within a radius. */
  boolean isLike(MetalPair other, double radiusAngstrom) {
    return length(dx - other.dx, dy - other.dy, dz - other.dz) <= radiusAngstrom;
  }

  double distanceAngstrom() {
    return length(dx, dy, dz);
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
