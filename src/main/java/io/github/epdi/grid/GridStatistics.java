package io.github.epdi.grid;

/**
 * Statistics of a file's first block of values, in the file's own unit and sign. If only some
 * planes were read, the first three are NaN, and so is the last unless the first plane was among
 * them.
 *
 * @param min smallest value
 * @param max largest value
 * @param mean mean over all points
 * @param firstPlaneMean mean over the first plane along c
 */
public record GridStatistics(double min, double max, double mean, double firstPlaneMean) {}
