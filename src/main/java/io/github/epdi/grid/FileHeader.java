package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import java.util.List;

/**
 * Everything that the header of a grid file says, as the readers of this package hand it on.
 *
 * @param header the part that other packages see
 * @param layout points and order of one block of values, as in the file
 * @param structure cell and atoms, in the frame of the file's atomic positions; null where an
 *     element or the cell is unknown
 * @param unit the unit that the format or the title implies, or null if neither does
 * @param cellIsStated whether the file states the cell itself; otherwise it is points times voxel
 *     and must be checked
 * @param origin where the grid's first point lies
 * @param unlessRepeated what is wrong with the cell unless the last point of each axis repeats the
 *     first, which only the values show; null where that does not matter
 * @param atoms number of atoms
 * @param flags remarks for the tables
 * @param xcIncluded whether the values include exchange-correlation, as the file itself states it;
 *     null where it does not
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
  /** Makes a header whose numbers of points are those of the file. */
  static FileHeader of(
      GridFormat format,
      String title,
      GridLayout layout,
      CrystalStructure structure,
      int atoms,
      EnergyUnit unit,
      List<String> flags) {
    GridHeader seen = new GridHeader(format, title, layout.nx(), layout.ny(), layout.nz());
    return new FileHeader(
        seen,
        layout,
        structure,
        unit,
        format != GridFormat.CUBE,
        GridOrigin.CORNER,
        null,
        atoms,
        flags,
        null);
  }

  /**
   * Returns this header with the file's statement on exchange-correlation, true if it is included.
   */
  FileHeader stating(Boolean xc) {
    return new FileHeader(
        header, layout, structure, unit, cellIsStated, origin, unlessRepeated, atoms, flags, xc);
  }

  /** Returns this header with another origin of the grid. */
  FileHeader from(GridOrigin other) {
    return with(cellIsStated, other, unlessRepeated);
  }

  /** Returns this header for a file that gives the vectors of its grid but no cell. */
  FileHeader withoutStatedCell() {
    return with(false, origin, unlessRepeated);
  }

  /**
   * Returns this header for a grid whose last points must repeat the first, otherwise it is
   * rejected with the given reject.
   */
  FileHeader repeated(Reject otherwise) {
    return with(cellIsStated, origin, otherwise);
  }

  private FileHeader with(boolean stated, GridOrigin begin, Reject otherwise) {
    return new FileHeader(
        header, layout, structure, unit, stated, begin, otherwise, atoms, flags, xcIncluded);
  }
}
