package io.github.epdi.grid;

import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.Side;
import java.util.Map;

/**
 * The values of an accepted grid. No part is null.
 *
 * @param grid the kept planes, eV, electron sign
 * @param vacuum level of each requested side, eV, electron sign
 * @param unit the unit that the file's values are in
 * @param sign ELECTRON or ELECTROSTATIC, as found in the file
 * @param summary what the values show by themselves
 */
public record GridValues(
    PotentialGrid grid,
    Map<Side, VacuumLevel> vacuum,
    EnergyUnit unit,
    PotentialSign sign,
    ValueSummary summary) {
  /** Copies the map. */
  public GridValues {
    vacuum = ReachedParts.copy(vacuum);
  }
}
