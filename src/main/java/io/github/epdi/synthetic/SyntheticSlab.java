package io.github.epdi.synthetic;

import io.github.epdi.structure.Lattice;
import java.util.List;

/**
 * A slab of charged atoms, a and b in the plane z = 0, c along z.
 *
 * @param name of the material, also the file's
 * @param lattice the cell
 * @param atoms of zero total charge
 */
record SyntheticSlab(String name, Lattice lattice, List<ChargedAtom> atoms) {
  SyntheticSlab {
    atoms = List.copyOf(atoms);
  }
}
