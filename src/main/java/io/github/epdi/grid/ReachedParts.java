package io.github.epdi.grid;

import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.cell.CellCheck;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a grid that a reading found. A part that was not reached is empty.
 *
 * @param header format, title and size of the grid
 * @param structure cell and atoms; empty too where an element or the cell is unknown
 * @param cellCheck whether points times voxel was found to be the cell
 * @param slab the slab that the atoms make
 * @param graphs sites and hops of each side that has them
 * @param values what the values show
 */
public record ReachedParts(
    Optional<GridHeader> header,
    Optional<CrystalStructure> structure,
    Optional<CellCheck> cellCheck,
    Optional<Slab> slab,
    Map<Side, SurfaceGraph> graphs,
    Values values) {
  /**
   * The parts of a file's values that a reading understood. A part that was not reached is empty.
   *
   * @param unit the unit that was declared or that the file implies
   * @param summary what the values show by themselves
   * @param sign ELECTRON or ELECTROSTATIC, as found in the file
   * @param vacuum vacuum level of each side that has one, in eV and with an electron's sign
   */
  public record Values(
      Optional<EnergyUnit> unit,
      Optional<ValueSummary> summary,
      Optional<PotentialSign> sign,
      Map<Side, VacuumLevel> vacuum) {
    /** Copies the map. */
    public Values {
      vacuum = copy(vacuum);
    }
  }

  /** Copies the map. */
  public ReachedParts {
    graphs = copy(graphs);
  }

  /** Returns an unmodifiable copy in the order of {@link Side}. */
  static <T> Map<Side, T> copy(Map<Side, T> bySide) {
    Map<Side, T> copy = new EnumMap<>(Side.class);
    copy.putAll(bySide);
    return Collections.unmodifiableMap(copy);
  }
}
