package io.github.epdi.grid.vacuum;

/**
 * The vacuum level of one side: an electron's potential energy in eV, or, while a file's unit and
 * sign are not settled yet, a potential in the file's own.
 *
 * @param levelEv mean of the three planar averages
 * @param flatnessEv their maximum minus minimum
 */
public record VacuumLevel(double levelEv, double flatnessEv) {
  /** The level of a potential that is multiplied by a factor; a negative one turns the sign. */
  public VacuumLevel times(double factor) {
    return new VacuumLevel(factor * levelEv, Math.abs(factor) * flatnessEv);
  }
}
