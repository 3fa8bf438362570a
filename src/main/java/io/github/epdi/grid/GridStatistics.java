package io.github.epdi.grid;

/**
 * Statistics of a file's first block of values, in the file's own unit and sign. If only some
 * planes were read, everything but {@code firstPlaneMean} is NaN.
 *
 * @param min smallest value
 * @param max largest value
 * @param mean mean over all points
 * @param firstPlaneMean mean over the first plane along c
 */
public record GridStatistics(double min, double max, double mean, double firstPlaneMean) {}
