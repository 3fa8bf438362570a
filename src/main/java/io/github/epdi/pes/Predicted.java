package io.github.epdi.pes;

/**
 * A number that follows from the predictions of an ensemble. The name of the component that holds
 * it gives its unit.
 *
 * @param value the number that follows from the mean over the members
 * @param std sample standard deviation (divisor members - 1) of the numbers that follow from each
 *     member's own predictions; null with one member
 */
public record Predicted(double value, Double std) {}
