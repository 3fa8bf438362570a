package io.github.epdi.pes;

import java.util.List;

/**
 * Predicted energies along a line.
 *
 * @param positionsAngstrom cumulative lateral distances, ascending
 * @param energies as many, at these positions
 */
public record PredictedCurve(List<Double> positionsAngstrom, PredictedEnergies energies) {}
