package io.github.epdi.pes;

import java.util.List;

/**
 * Predicted energies along a line.
 *
 * @param positionsAngstrom cumulative lateral distances in Angstrom, ascending
 * @param energies one energy for each position
 */
public record PredictedCurve(List<Double> positionsAngstrom, PredictedEnergies energies) {}
