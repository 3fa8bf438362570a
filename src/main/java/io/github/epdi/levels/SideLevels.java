package io.github.epdi.levels;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;

/**
 * The levels of a slab seen from one side.
 *
 * @param electronAffinityEv energy that lithium's electron gains in the slab, eV, above 0 if it
 *     does
 * @param workFunctionEv energy that it costs to take an electron away, eV
 * @param gapEv lowest level with room less highest filled level, eV, 0 in metals; null where it is
 *     not known
 */
public record SideLevels(double electronAffinityEv, double workFunctionEv, Double gapEv) {
  /**
   * Derives the levels that a side sees from those of its slab.
   *
   * @param reading reading of the grid that the same run wrote
   * @throws io.github.epdi.structure.RejectException LEVELS_TOO_FEW
   */
  public static SideLevels of(
      ElectronicLevels levels,
      LevelsConvention convention,
      GridReading.Accepted reading,
      Side side) {
    int topSites = reading.graph(side).sites(SiteKind.T).size();
    ElectronAffinity affinity =
        ElectronAffinity.of(
            levels, reading.potential(side).vacuumLevelEv(), convention.addedElectrons(topSites));
    return new SideLevels(affinity.affinityEv(), affinity.workFunctionEv(), affinity.gapEv());
  }
}
