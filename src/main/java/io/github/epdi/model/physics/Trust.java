package io.github.epdi.model.physics;

import io.github.epdi.pes.IntervalFactors;

/**
 * How far the predictions of a part can be trusted, as materials that were left out of the training
 * told.
 *
 * @param slabs what slabs it was fitted to
 * @param intervals by how many spreads an interval reaches to each side
 * @param farSpreadEv spread of a site's energy, eV, above which a side is far from all that was
 *     trained on; of the left-out materials one in twenty is above
 */
public record Trust(TrainedSlabs slabs, IntervalFactors intervals, double farSpreadEv) {
  /** Share of the left-out materials that are called far. */
  public static final double FALSE_ALARMS = 0.05;
}
