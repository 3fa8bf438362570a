package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * A metal-chalcogen bond.
 *
 * @param metal index of the metal
 * @param chalcogen index of the chalcogen
 * @param dx lateral vector from the metal to the bonded image of the chalcogen, Angstrom
 * @param dy likewise
 * @param dz likewise, along the top normal
 */
record Bond(int metal, int chalcogen, double dx, double dy, double dz) {
  /** Finds all bonds between the metals of the layers and the chalcogens of a slab. */
  static List<Bond> of(SlabAtoms atoms, List<MetalLayer> layers) {
    List<Bond> bonds = new ArrayList<>();
    for (MetalLayer layer : layers) {
      for (int metal : layer.metals()) {
        for (int i = 0; i < atoms.size(); i++) {
          if (atoms.elements[i].isChalcogen()) {
            add(bonds, atoms, metal, i);
          }
        }
      }
    }
    return bonds;
  }

  private static void add(List<Bond> bonds, SlabAtoms atoms, int metal, int chalcogen) {
    double reach = atoms.elements[metal].bondReachAngstrom(atoms.elements[chalcogen]);
    double dz = atoms.z[chalcogen] - atoms.z[metal];
    if (!(Math.abs(dz) <= reach)) {
      return;
    }
    atoms.images.within(
        atoms.x[chalcogen] - atoms.x[metal],
        atoms.y[chalcogen] - atoms.y[metal],
        Math.sqrt(reach * reach - dz * dz),
        (dx, dy) -> bonds.add(new Bond(metal, chalcogen, dx, dy, dz)));
  }

  /** Returns the azimuth of the bond in the plane, in radian. */
  double azimuth() {
    return Math.atan2(dy, dx);
  }
}
