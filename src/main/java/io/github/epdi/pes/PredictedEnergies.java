package io.github.epdi.pes;

import java.util.List;

/**
 * Energies in eV that follow from the predictions of an ensemble.
 *
 * @param valuesEv energies that follow from the mean over the members
 * @param stdsEv sample standard deviations over the members; null with one member
 */
public record PredictedEnergies(List<Double> valuesEv, List<Double> stdsEv) {}
