package io.github.epdi.tables;

/**
 * The number of images of one grid and how well the colour range fits them.
 *
 * @param uniqueImages distinct images that were rendered
 * @param networkEvaluations number of distinct images times members times averaged copies
 * @param clippedFraction mean fraction of the images' pixels that the colour range clips
 */
public record ImageCosts(int uniqueImages, long networkEvaluations, double clippedFraction) {}
