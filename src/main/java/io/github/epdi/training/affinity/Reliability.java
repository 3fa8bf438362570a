package io.github.epdi.training.affinity;

/**
 * How often intervals hold.
 *
 * @param of what they are of
 * @param said the share of labels that they say they hold, 0 to 1
 * @param found the share of left-out labels that they held, the mean over materials
 */
public record Reliability(String of, double said, double found) {}
