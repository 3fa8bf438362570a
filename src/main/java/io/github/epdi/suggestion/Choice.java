package io.github.epdi.suggestion;

/**
 * A material that was chosen.
 *
 * @param index its number among the contenders
 * @param runs calculations that it takes
 * @param gain open places that its runs are expected to close, given the choices before it
 * @param before open places before it
 */
record Choice(int index, int runs, double gain, double before) {}
