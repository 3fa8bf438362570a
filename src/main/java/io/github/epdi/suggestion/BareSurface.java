package io.github.epdi.suggestion;

import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.GridRow;
import java.util.ArrayList;
import java.util.List;

/**
 * A screened slab in the frame of its grid's file, on which an ion is put at a site.
 *
 * @param slab the bare slab, in the order of the file's atoms
 * @param side the side that the ion is put on
 */
record BareSurface(CrystalStructure slab, Side side) {
  /**
   * Takes the slab from the row of its grid.
   *
   * @throws InputException if the row holds no structure, as rows of the first version do
   */
  static BareSurface of(ScreenedMaterial material) {
    GridRow.StructureColumns structure = material.grid().structure();
    List<List<Double>> positions = structure == null ? null : structure.atoms().positions();
    if (positions == null) {
      throw new InputException(
          "Cannot write inputs for "
              + material.name()
              + ": expected its atoms in the table grids, found a row of a version that had none"
              + " (screen the grid again)");
    }
    Lattice lattice = material.lattice();
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      List<Double> r = positions.get(i);
      double[] f = lattice.fractional(r.get(0), r.get(1), r.get(2));
      Element element = Element.ofSymbol(structure.atoms().species().get(i)).orElseThrow();
      atoms.add(new Atom(element, f[0], f[1], f[2]));
    }
    return new BareSurface(new CrystalStructure(lattice, atoms), material.side());
  }

  /**
   * Returns the Cartesian place of an ion over a site, Angstrom.
   *
   * @param du cell of the site along a
   * @param dv cell of the site along b
   */
  double[] place(AdsorptionSite site, int du, int dv) {
    Lattice lattice = slab.lattice();
    double[] r = lattice.cartesian(site.u() + du, site.v() + dv, 0);
    double[] normal = lattice.topNormal();
    double along = side.sign() * (site.anchorAngstrom() + IonHeight.ofSiteAngstrom(site.kind()));
    for (int x = 0; x < 3; x++) {
      r[x] += along * normal[x];
    }
    return r;
  }

  /** Returns the slab with an ion at a Cartesian place, the ion last. */
  CrystalStructure with(Element ion, double[] place) {
    double[] f = slab.lattice().fractional(place[0], place[1], place[2]);
    List<Atom> atoms = new ArrayList<>(slab.atoms());
    atoms.add(new Atom(ion, wrapped(f[0]), wrapped(f[1]), f[2]));
    return new CrystalStructure(slab.lattice(), atoms);
  }

  private static double wrapped(double fraction) {
    return fraction - Math.floor(fraction);
  }
}
