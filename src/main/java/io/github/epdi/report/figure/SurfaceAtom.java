package io.github.epdi.report.figure;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An atom near the surface, seen from outside.
 *
 * @param element its element
 * @param xAngstrom coordinate along a
 * @param yAngstrom coordinate along n x a
 * @param heightAngstrom coordinate along the side's outward normal, from the cell's origin
 */
public record SurfaceAtom(
    Element element, double xAngstrom, double yAngstrom, double heightAngstrom) {
  /** Reaches the outer chalcogens and the metals below them, but not the chalcogens beyond. */
  private static final double DEEPEST_ANGSTROM = 2.4;

  /** Returns the atoms of a structure near a surface whose sites lie at an anchor height. */
  public static List<SurfaceAtom> of(CrystalStructure structure, Side side, double anchorAngstrom) {
    Lattice lattice = structure.lattice();
    List<double[]> positions = new ArrayList<>();
    List<Element> elements = new ArrayList<>();
    for (Atom atom : structure.atoms()) {
      positions.add(lattice.cartesian(atom.fa(), atom.fb(), atom.fc()));
      elements.add(atom.element());
    }
    return of(lattice, side, anchorAngstrom, positions, elements);
  }

  /** Returns the atoms near a screened surface, none if its run did not record any. */
  public static List<SurfaceAtom> of(ScreenedMaterial material) {
    if (material.grid().structure() == null) {
      return List.of();
    }
    List<double[]> positions =
        material.grid().structure().atoms().positions().stream()
            .map(r -> r.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    List<Element> elements =
        material.grid().structure().atoms().species().stream()
            .map(symbol -> Element.ofSymbol(symbol).orElseThrow())
            .toList();
    double anchor =
        material.sites().stream()
            .filter(site -> site.siteId().equals(material.row().energies().adsorption().siteId()))
            .findFirst()
            .orElseThrow()
            .place()
            .anchorAngstrom();
    return of(material.lattice(), material.side(), anchor, positions, elements);
  }

  /**
   * Returns the atoms near a surface, deep ones first.
   *
   * @param anchorAngstrom height of the outer chalcogens along the side's outward normal
   * @param positions Cartesian positions, Angstrom
   * @param elements one element for each position
   */
  public static List<SurfaceAtom> of(
      Lattice lattice,
      Side side,
      double anchorAngstrom,
      List<double[]> positions,
      List<Element> elements) {
    double[] a = lattice.vector(0);
    double length = Math.sqrt(dot(a, a));
    double[] n = lattice.topNormal();
    double[] y = cross(n, a);
    List<SurfaceAtom> atoms = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      double[] r = positions.get(i);
      double height = side.sign() * dot(n, r);
      // A slab may wrap around the cell's boundary, so the copy nearest to the surface counts.
      double cells = Math.rint((anchorAngstrom - height) / lattice.heightAngstrom());
      double[] c = lattice.vector(2);
      for (int k = 0; k < 3; k++) {
        c[k] = r[k] + side.sign() * cells * c[k];
      }
      double depth = anchorAngstrom - side.sign() * dot(n, c);
      if (depth <= DEEPEST_ANGSTROM) {
        atoms.add(
            new SurfaceAtom(
                elements.get(i),
                dot(c, a) / length,
                side.sign() * dot(c, y) / length,
                anchorAngstrom - depth));
      }
    }
    atoms.sort(Comparator.comparingDouble(SurfaceAtom::heightAngstrom));
    return List.copyOf(atoms);
  }

  private static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }

  private static double[] cross(double[] p, double[] q) {
    return new double[] {
      p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]
    };
  }
}
