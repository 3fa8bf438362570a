package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.EnergyKind;
import java.util.List;
import java.util.Map;

/**
 * One ionic step whose electrons were calculated.
 *
 * @param energiesEv its energies
 * @param energyPlace where they stand: "OUTCAR, line 812"
 * @param positions of the ions, Cartesian, Angstrom; empty if they are not printed
 * @param forces on them, eV/Angstrom; empty if they are not printed
 * @param electronicSteps how many electronic steps it took
 * @param lastChangeEv size of the energy's change in the last of them; null if it is not printed
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
