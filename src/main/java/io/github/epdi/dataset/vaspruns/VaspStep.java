package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.EnergyKind;
import java.util.List;
import java.util.Map;

/**
 * One ionic step whose electrons were calculated.
 *
 * @param energiesEv its energies, eV
 * @param energyPlace where they were read, such as "OUTCAR, line 812"
 * @param positions Cartesian positions of the ions, Angstrom; empty if they are not printed
 * @param forces forces on the ions, eV/Angstrom; empty if they are not printed
 * @param electronicSteps number of its electronic steps
 * @param lastChangeEv size of the energy's change in the last electronic step, eV; null if it is
 *     not printed
 */
record VaspStep(
    Map<EnergyKind, Double> energiesEv,
    String energyPlace,
    List<double[]> positions,
    List<double[]> forces,
    int electronicSteps,
    Double lastChangeEv) {
  VaspStep {
    energiesEv = Map.copyOf(energiesEv);
    positions = List.copyOf(positions);
    forces = List.copyOf(forces);
  }
}
