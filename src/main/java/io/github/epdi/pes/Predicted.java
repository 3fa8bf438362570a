package io.github.epdi.pes;

/**
 * A number that follows from the predictions of an ensemble. Its unit is that of the component that
 * holds it.
 *
 * @param value what follows from the mean over the members
 * @param std sample standard deviation (divisor members - 1) of what follows from each member's own
 *     predictions; null with one member
 */
public record Predicted(double value, Double std) {}
