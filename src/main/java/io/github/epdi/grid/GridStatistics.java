package io.github.epdi.grid;

/**
 * Statistics of a file's first block in the file's own unit and sign. Where planes alone were read,
 * what is not known is NaN.
 *
 * @param min smallest value
 * @param max largest value
 * @param mean mean over all points
 * @param firstPlaneMean mean over the first plane along c
 */
public record GridStatistics(double min, double max, double mean, double firstPlaneMean) {}
