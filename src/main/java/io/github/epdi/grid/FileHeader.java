package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import java.util.List;

/**
 * All that a file's header says, with what only this package needs of it.
 *
 * @param header what others see of it
 * @param layout of a block of values as the file has it
 * @param structure cell and atoms, in the frame that the file gives positions in; null where an element
 *     or the cell is unknown
 * @param unit the unit that the format implies, null where it does not say
 * @param cellIsStated whether the file states the cell itself; otherwise it is points times voxel
 *     and must be checked
 * @param origin where the grid's first point lies
 * @param unlessRepeated what is wrong with the cell unless the last points of all axes repeat the
 *     first, which only the values show; null where nothing hangs on it
 * @param atoms number of atoms
 * @param flags remarks
 * @param xcIncluded whether exchange-correlation is in the values, as the file itself says; null
 *     where it does not say
 */
record FileHeader(
    GridHeader header,
    GridLayout layout,
    CrystalStructure structure,
    EnergyUnit unit,
    boolean cellIsStated,
    GridOrigin origin,
    Reject unlessRepeated,
    int atoms,
    List<String> flags,
    Boolean xcIncluded) {
  /** A header; points as in the file. */
  static FileHeader of(
      GridFormat format,
      String title,
      GridLayout layout,
      CrystalStructure structure,
      int atoms,
      EnergyUnit unit,
      List<String> flags) {
    GridHeader seen = new GridHeader(format, title, layout.nx(), layout.ny(), layout.nz());
    boolean stated = format != GridFormat.CUBE;
    return new FileHeader(
        seen, layout, structure, unit, stated, GridOrigin.CORNER, null, atoms, flags, null);
  }

  /** The same of a file that says whether exchange-correlation is in its values. */
  FileHeader stating(Boolean xc) {
    return new FileHeader(
        header, layout, structure, unit, cellIsStated, origin, unlessRepeated, atoms, flags, xc);
  }

  /** The same header of a grid that begins elsewhere. */
  FileHeader from(GridOrigin other) {
    return with(cellIsStated, other, unlessRepeated);
  }

  /** The same header of a file that does not state its cell, but for its grid's vectors. */
  FileHeader withoutStatedCell() {
    return with(false, origin, unlessRepeated);
  }

  /** The same header of a grid whose last points have to repeat the first. */
  FileHeader repeated(Reject otherwise) {
    return with(cellIsStated, origin, otherwise);
  }

  private FileHeader with(boolean stated, GridOrigin begin, Reject otherwise) {
    return new FileHeader(
        header, layout, structure, unit, stated, begin, otherwise, atoms, flags, xcIncluded);
  }
}
