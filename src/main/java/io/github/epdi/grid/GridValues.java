package io.github.epdi.grid;

import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.Side;
import java.util.Map;

/**
 * The values of an accepted grid. No part is null.
 *
 * @param grid the kept planes, in eV and with an electron's sign
 * @param vacuum vacuum level of each requested side, in eV and with an electron's sign
 * @param unit the unit of the file's values
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
