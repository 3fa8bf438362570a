package io.github.epdi.structure.cell;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * By how much a cell is too long, by the bonds from each metal to the three chalcogens on either
 * side of it. It works in cells of one metal too, where no two metals can be compared.
 *
 * <p>Two things change when a cell vector is too long by d. A bond across the boundary becomes
 * longer by d times the cosine between them. And the three chalcogens of a side no longer surround
 * their metal: their offsets from it, which sum to zero in an undistorted triangle, sum to the
 * excesses of the vectors that they cross. Strain changes the lengths without the sum, dimerised
 * metals the sum more than the lengths. A cell is wrong if both say so, and say the same.
 */
final class BondExcess {
  private static final double TOLERANCE_ANGSTROM = 0.05;

  /** An excess of this size is a mismatch whatever the scatter. */
  private static final double LARGE_ANGSTROM = 0.5;

  /** Both observations of a wrong cell agree to this factor; those of dimers differ by more. */
  private static final double LIKE = 0.8;

  /** A bond is at most this multiple of the covalent radii: room for a cell that is too long. */
  private static final double LONGEST_BOND = 1.45;

  private static final int CHALCOGENS_OF_A_SIDE = 3;

  /** A bond with the cell vectors that it needs and its Cartesian components, Angstrom. */
  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Reach(Element chalcogen, int a, int b, double[] d, double length) {}

  private final Lattice lattice;
  private final double[] normal;
  private final double[][] unit = new double[2][];
  private final List<Atom> chalcogens;
  private final Map<Element, Map<Element, TwoExcesses>> lengths = new EnumMap<>(Element.class);
  private final TwoExcesses centres = new TwoExcesses();

  private BondExcess(CrystalStructure structure) {
    lattice = structure.lattice();
    normal = lattice.topNormal();
    for (int axis = 0; axis < 2; axis++) {
      double[] v = lattice.vector(axis);
      double length = Math.sqrt(Lattice.dot(v, v));
      unit[axis] = new double[] {v[0] / length, v[1] / length, v[2] / length};
    }
    chalcogens = structure.atoms().stream().filter(a -> a.element().isChalcogen()).toList();
    for (Atom atom : structure.atoms()) {
      if (atom.element().isLayerMetal()) {
        List<Reach> bonds = bonds(atom);
        addTriangle(bonds.stream().filter(bond -> height(bond) > 0).toList());
        addTriangle(bonds.stream().filter(bond -> height(bond) < 0).toList());
        addLengths(atom.element(), bonds);
      }
    }
  }

  /**
   * Checks a structure.
   *
   * @throws RejectException CELL_MISMATCH, naming the axis and both observations
   */
  static void check(CrystalStructure structure) {
    BondExcess bonds = new BondExcess(structure);
    TwoExcesses all = new TwoExcesses();
    int constants = 0;
    for (Map<Element, TwoExcesses> ofMetal : bonds.lengths.values()) {
      for (TwoExcesses pair : ofMetal.values()) {
        pair.centre();
        all.addAll(pair);
        constants++;
      }
    }
    CellExcess[] byLength = all.solve(constants);
    CellExcess[] byCentre = bonds.centres.solve(0);
    for (int axis = 0; axis < 2; axis++) {
      if (isExcess(byLength[axis])
          && isExcess(byCentre[axis])
          && agree(byLength[axis].angstrom(), byCentre[axis].angstrom())) {
        throw new RejectException(
            RejectCode.CELL_MISMATCH,
            String.format(
                Locale.ROOT,
                "Cannot use the cell along %c: expected bonds between metals and chalcogens of like"
                    + " lengths across its boundary and within, found a vector too long by %.3f"
                    + " Angstrom (points times voxel is not the cell: a step of a/(N-1), repeated"
                    + " end points, or a stride)",
                "ab".charAt(axis),
                byCentre[axis].angstrom()));
      }
    }
  }

  private static boolean isExcess(CellExcess excess) {
    double size = excess == null ? 0 : Math.abs(excess.angstrom());
    return size > LARGE_ANGSTROM || (size > TOLERANCE_ANGSTROM && size > excess.scatterAngstrom());
  }

  private static boolean agree(double byLength, double byCentre) {
    double ratio = byLength / byCentre;
    return ratio >= LIKE && ratio <= 1 / LIKE;
  }

  private double height(Reach bond) {
    return Lattice.dot(bond.d, normal);
  }

  /** Three or fewer on each side, the nearest ones. */
  private List<Reach> bonds(Atom metal) {
    List<Reach> above = new ArrayList<>();
    List<Reach> below = new ArrayList<>();
    for (Atom chalcogen : chalcogens) {
      for (Reach bond : images(metal, chalcogen)) {
        (height(bond) > 0 ? above : below).add(bond);
      }
    }
    List<Reach> bonds = new ArrayList<>(nearest(above));
    bonds.addAll(nearest(below));
    return bonds;
  }

  private static List<Reach> nearest(List<Reach> bonds) {
    return bonds.stream()
        .sorted(Comparator.comparingDouble(Reach::length))
        .limit(CHALCOGENS_OF_A_SIDE)
        .toList();
  }

  private List<Reach> images(Atom metal, Atom chalcogen) {
    List<Reach> images = new ArrayList<>();
    double radii =
        metal.element().covalentRadiusAngstrom() + chalcogen.element().covalentRadiusAngstrom();
    double fa = chalcogen.fa() - metal.fa();
    double fb = chalcogen.fb() - metal.fb();
    double fc = chalcogen.fc() - metal.fc();
    int a = (int) -Math.rint(fa);
    int b = (int) -Math.rint(fb);
    double c = -Math.rint(fc);
    int reachA = MetalPair.reach(lattice, 0);
    int reachB = MetalPair.reach(lattice, 1);
    for (int i = a - reachA; i <= a + reachA; i++) {
      for (int j = b - reachB; j <= b + reachB; j++) {
        double[] d = lattice.cartesian(fa + i, fb + j, fc + c);
        double length = Math.sqrt(Lattice.dot(d, d));
        if (length <= LONGEST_BOND * radii) {
          images.add(new Reach(chalcogen.element(), i, j, d, length));
        }
      }
    }
    return images;
  }

  private void addTriangle(List<Reach> bonds) {
    if (bonds.size() != CHALCOGENS_OF_A_SIDE) {
      return;
    }
    int a = bonds.stream().mapToInt(Reach::a).sum();
    int b = bonds.stream().mapToInt(Reach::b).sum();
    double[] across = Lattice.cross(normal, unit[0]);
    double x = bonds.stream().mapToDouble(bond -> Lattice.dot(bond.d, unit[0])).sum();
    double y = bonds.stream().mapToDouble(bond -> Lattice.dot(bond.d, across)).sum();
    centres.add(a, b * Lattice.dot(unit[1], unit[0]), x);
    centres.add(0, b * Lattice.dot(unit[1], across), y);
  }

  private void addLengths(Element metal, List<Reach> bonds) {
    for (Reach bond : bonds) {
      lengths
          .computeIfAbsent(metal, e -> new EnumMap<>(Element.class))
          .computeIfAbsent(bond.chalcogen, e -> new TwoExcesses())
          .add(
              bond.a * Lattice.dot(bond.d, unit[0]) / bond.length,
              bond.b * Lattice.dot(bond.d, unit[1]) / bond.length,
              bond.length);
    }
  }
}
