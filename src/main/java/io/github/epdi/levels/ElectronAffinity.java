package io.github.epdi.levels;

/**
 * Energies of a slab's electrons relative to the vacuum level of one of its sides.
 *
 * @param addedElectrons electrons per cell that the affinity is for
 * @param workFunctionEv vacuum level minus chemical potential, eV
 * @param affinityEv vacuum level minus the mean chemical potential while the electrons are added,
 *     eV
 * @param gapEv lowest empty level minus highest filled level, eV; 0 in metals
 */
public record ElectronAffinity(
    double addedElectrons, double workFunctionEv, double affinityEv, double gapEv) {
  /**
   * Computes work function, affinity and gap for one side.
   *
   * @param levels the levels of the slab's calculation
   * @param vacuumLevelEv vacuum level of that side, eV, in the zero of the levels
   * @param addedElectrons electrons per cell, above 0: one for the area on which the training
   *     labels have one lithium
   * @throws io.github.epdi.structure.RejectException LEVELS_TOO_FEW if the highest band is not
   *     empty after the electrons were added
   */
  public static ElectronAffinity of(
      ElectronicLevels levels, double vacuumLevelEv, double addedElectrons) {
    return ElectronUptake.of(levels, addedElectrons).at(vacuumLevelEv);
  }
}
