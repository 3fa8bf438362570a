package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.Locale;

/** One side of a bare slab, on which the ions of other calculations are located. */
final class SlabSurface {
  /** Height above the chalcogens beyond which an ion has left the surface. */
  static final double DESORBED_ANGSTROM = 4.0;

  private final Slab slab;
  private final SurfaceGraph graph;
  private final SlabMatcher atoms;
  private final SiteMatcher sites;
  private final double chalcogensAngstrom;

  SlabSurface(Slab slab, SurfaceGraph graph, double relaxationAngstrom) {
    this.slab = slab;
    this.graph = graph;
    this.atoms = new SlabMatcher(slab.structure(), relaxationAngstrom);
    this.sites = new SiteMatcher(slab.structure().lattice(), graph);
    this.chalcogensAngstrom =
        graph.tops().stream().mapToDouble(AdsorptionSite::anchorAngstrom).average().orElseThrow();
  }

  Side side() {
    return graph.side();
  }

  Lattice lattice() {
    return slab.structure().lattice();
  }

  SurfaceGraph graph() {
    return graph;
  }

  SiteMatcher sites() {
    return sites;
  }

  /**
   * Checks that a structure is this slab with one ion, wherever the ion is.
   *
   * @throws UnusableException WRONG_ATOMS, OTHER_CELL or ATOMS_MOVED
   */
  void requireSlabOf(CrystalStructure structure, Element element) {
    atoms.ion(structure, element);
  }

  /**
   * Returns the place of the ion in a structure that is this slab with one ion.
   *
   * @throws UnusableException WRONG_ATOMS, OTHER_CELL, ATOMS_MOVED, OTHER_SIDE, DESORBED or
   *     PENETRATED
   */
  IonPlace place(CrystalStructure structure, Element element) {
    int index = atoms.ion(structure, element);
    Atom ion = structure.atoms().get(index);
    double[] n = lattice().topNormal();
    double[] r = lattice().cartesian(ion.fa(), ion.fb(), ion.fc());
    double along = CellDistance.dot(r, n);
    double[] flat = new double[3];
    for (int x = 0; x < 3; x++) {
      flat[x] = r[x] - along * n[x];
    }
    double[] f = lattice().fractional(flat[0], flat[1], flat[2]);
    // Takes the copy of the cell in which the ion is nearest to the slab. The vector c may be
    // tilted.
    double cells = Math.rint((along - slab.middleAngstrom()) / lattice().heightAngstrom());
    double z = along - cells * lattice().heightAngstrom();
    double[] c = lattice().vector(2);
    double[] lean =
        lattice()
            .fractional(
                c[0] - lattice().heightAngstrom() * n[0],
                c[1] - lattice().heightAngstrom() * n[1],
                c[2] - lattice().heightAngstrom() * n[2]);
    double outward = z * side().sign();
    double height = outward - chalcogensAngstrom;
    check(element, z, height);
    return new IonPlace(index, f[0] - cells * lean[0], f[1] - cells * lean[1], outward, height);
  }

  private void check(Element element, double z, double heightAngstrom) {
    Side found = z >= slab.middleAngstrom() ? Side.TOP : Side.BOTTOM;
    String ion = element.symbol();
    if (found != side()) {
      throw UnusableException.of(
          ImportCode.OTHER_SIDE,
          ion + " on the " + side().label() + " side",
          "it on the " + found.label() + " side (--side " + found.label() + " imports those)");
    }
    if (heightAngstrom > DESORBED_ANGSTROM) {
      throw UnusableException.of(
          ImportCode.DESORBED,
          ion + " at most " + DESORBED_ANGSTROM + " Angstrom above the chalcogens",
          String.format(Locale.ROOT, "%.2f Angstrom", heightAngstrom));
    }
    if (!(heightAngstrom > 0)) {
      throw UnusableException.of(
          ImportCode.PENETRATED,
          ion + " above the chalcogens",
          String.format(Locale.ROOT, "it %.2f Angstrom below their mean", -heightAngstrom));
    }
  }

  /**
   * Returns the site that an ion is at.
   *
   * @throws UnusableException AMBIGUOUS if there is none or more than one
   */
  AdsorptionSite site(IonPlace place) {
    List<AdsorptionSite> near = sites.within(place.fracA(), place.fracB());
    if (near.size() == 1) {
      return near.get(0);
    }
    throw UnusableException.of(
        ImportCode.AMBIGUOUS,
        "the ion within " + SiteMatcher.REACH_ANGSTROM + " Angstrom of one site",
        near.isEmpty()
            ? sites.describe(
                place.fracA(), place.fracB(), sites.nearest(place.fracA(), place.fracB()))
            : String.join(" and ", near.stream().map(AdsorptionSite::id).toList()));
  }
}
