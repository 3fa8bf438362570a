package io.github.epdi.suggestion;

/**
 * A material that was chosen.
 *
 * @param index its number among the candidates
 * @param runs calculations that it takes
 * @param probability probability that it is among the best k, before anything is calculated
 * @param gain open places that its runs are expected to close, given the choices before it
 * @param before open places before it
 */
record Choice(int index, int runs, double probability, double gain, double before) {}
