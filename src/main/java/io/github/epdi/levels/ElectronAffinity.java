package io.github.epdi.levels;

/**
 * Where a slab's electrons are relative to vacuum on one of its sides.
 *
 * @param addedElectrons the charge that the affinity is for, electrons a cell
 * @param workFunctionEv vacuum level less chemical potential, eV
 * @param affinityEv vacuum level less the mean chemical potential while the electrons are added, eV
 * @param gapEv lowest level with room less highest filled level, eV; 0 in metals
 */
public record ElectronAffinity(
    double addedElectrons, double workFunctionEv, double affinityEv, double gapEv) {
  /**
   * Work function, affinity and gap of one side.
   *
   * @param vacuumLevelEv of that side, in the zero of the levels
   * @param addedElectrons above 0: one for the area on which the training labels have one lithium
   * @throws io.github.epdi.structure.RejectException LEVELS_TOO_FEW if the highest band is not
   *     empty once the electrons are in
   */
  public static ElectronAffinity of(
      ElectronicLevels levels, double vacuumLevelEv, double addedElectrons) {
    return ElectronUptake.of(levels, addedElectrons).at(vacuumLevelEv);
  }
}
