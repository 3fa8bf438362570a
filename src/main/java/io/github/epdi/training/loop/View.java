package io.github.epdi.training.loop;

import io.github.epdi.image.Frame;

/**
 * One image of the training plan.
 *
 * @param sample number of the labelled site
 * @param member which site of its orbit is shown
 * @param frame how it is turned and mirrored
 */
public record View(int sample, int member, Frame frame) {}
