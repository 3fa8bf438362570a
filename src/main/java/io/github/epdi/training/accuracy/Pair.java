package io.github.epdi.training.accuracy;

/**
 * A number that is known and what was predicted for it.
 *
 * @param cluster the material: values of one material are not independent
 * @param label known, eV
 * @param prediction predicted, eV
 */
public record Pair(String cluster, double label, double prediction) {}
