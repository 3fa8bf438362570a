package io.github.epdi.grid.vacuum;

/**
 * The vacuum level of one side. It is the potential energy of an electron in eV, or a potential in
 * the file's own unit and sign as long as these are not known.
 *
 * @param levelEv mean of three planar averages
 * @param flatnessEv largest minus smallest of the planar averages
 */
public record VacuumLevel(double levelEv, double flatnessEv) {
  /**
   * Returns the level of the potential times a factor. A negative factor changes the sign
   * convention.
   */
  public VacuumLevel times(double factor) {
    return new VacuumLevel(factor * levelEv, Math.abs(factor) * flatnessEv);
  }
}
