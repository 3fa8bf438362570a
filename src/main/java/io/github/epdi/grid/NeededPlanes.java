package io.github.epdi.grid;

import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import java.util.BitSet;
import java.util.List;

/**
 * All planes that a grid is judged by: those of images, those that may give the vacuum level of a
 * side, and the one in the slab that shows the sign.
 */
final class NeededPlanes implements PlaneSelection {
  private final PlaneSelection images;
  private final Slab slab;
  private final List<Side> sides;
  private BitSet checked;
  private int checkedOf;

  NeededPlanes(PlaneSelection images, Slab slab, List<Side> sides) {
    this.images = images;
    this.slab = slab;
    this.sides = sides;
  }

  @Override
  public boolean keeps(int k, int nz) {
    return images.keeps(k, nz);
  }

  @Override
  public boolean needs(int k, int nz) {
    if (nz != checkedOf) {
      checked = checked(nz);
      checkedOf = nz;
    }
    return checked.get(k) || keeps(k, nz);
  }

  private BitSet checked(int nz) {
    BitSet planes = new BitSet();
    planes.set(VacuumWindow.middleOfSlab(slab, nz));
    for (Side side : sides) {
      for (int k : VacuumWindow.samples(slab, side, nz)) {
        planes.set(k);
      }
    }
    return planes;
  }
}
