package io.github.epdi.pes;

import java.util.List;

/**
 * Energies that follow from the predictions of an ensemble, eV.
 *
 * @param valuesEv what follows from the mean over the members
 * @param stdsEv their sample standard deviations over the members; null with one member
 */
public record PredictedEnergies(List<Double> valuesEv, List<Double> stdsEv) {}
