package io.github.epdi.grid;

import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.vacuum.VacuumSearch;
import io.github.epdi.grid.vacuum.VacuumWindow;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import java.util.BitSet;
import java.util.List;

/**
 * Selects every plane that a grid is judged by. These are the planes of the images, those that may
 * give a side's vacuum level or show a step in it, those in the slab that show the sign and the
 * depth of the potential, and those next to atoms outside the box.
 */
final class NeededPlanes implements PlaneSelection {
  private final PlaneSelection images;
  private final AtomsOutside outside;
  private final Slab slab;
  private final double origin;
  private final List<Side> sides;
  private BitSet checked;
  private int checkedOf;

  /**
   * Selects planes for some sides.
   *
   * @param images the planes that images need
   * @param outside atoms outside the box, whose copies have to be seen
   * @param slab the slab that the atoms make
   * @param originAngstrom height of the grid's first plane along the top normal
   * @param sides the sides that are judged
   */
  NeededPlanes(
      PlaneSelection images,
      AtomsOutside outside,
      Slab slab,
      double originAngstrom,
      List<Side> sides) {
    this.images = images;
    this.outside = outside;
    this.slab = slab;
    this.origin = originAngstrom;
    this.sides = sides;
  }

  @Override
  public boolean keeps(int k, int nz) {
    return images.keeps(k, nz) || outside.touch(k, nz);
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
    planes.set(VacuumWindow.middleOfSlab(slab, origin, nz));
    for (Side side : sides) {
      planes.set(VacuumWindow.metals(slab, side, origin, nz));
      for (int k : VacuumWindow.samples(slab, side, origin, nz)) {
        planes.set(k);
      }
      for (int k : VacuumSearch.planes(slab, side, origin, nz)) {
        planes.set(k);
      }
    }
    return planes;
  }
}
