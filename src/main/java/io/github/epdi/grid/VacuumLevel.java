package io.github.epdi.grid;

/**
 * The vacuum level of one side.
 *
 * @param levelEv electron potential energy in eV, mean of the three planar averages
 * @param flatnessEv their maximum minus minimum, eV
 */
public record VacuumLevel(double levelEv, double flatnessEv) {}
