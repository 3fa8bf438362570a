package io.github.epdi.grid;

/**
 * Statistics of a file's first block in the file's own unit and sign.
 *
 * @param min smallest value
 * @param max largest value
 * @param mean mean over all points
 * @param firstPlaneMean mean over the first plane along c
 */
public record GridStatistics(double min, double max, double mean, double firstPlaneMean) {}
