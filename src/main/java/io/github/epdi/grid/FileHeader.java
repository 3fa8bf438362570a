package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.structure.CrystalStructure;
import java.util.List;

/**
 * A header with what only this package needs of it.
 *
 * @param header what others see of it
 * @param layout of a block of values as the file has it
 * @param cellIsStated whether the file states the cell itself; otherwise it is points times voxel
 *     and must be checked
 * @param atoms number of atoms
 * @param flags remarks
 */
record FileHeader(
    GridHeader header, GridLayout layout, boolean cellIsStated, int atoms, List<String> flags) {
  /** A header; points as in the file. */
  static FileHeader of(
      GridFormat format,
      String title,
      GridLayout layout,
      CrystalStructure structure,
      int atoms,
      EnergyUnit unit,
      List<String> flags) {
    GridHeader seen =
        new GridHeader(format, title, layout.nx(), layout.ny(), layout.nz(), structure, unit);
    return new FileHeader(seen, layout, format != GridFormat.CUBE, atoms, flags);
  }
}
