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

  /**
   * Returns the trust of the same model after a line was fitted to labels of another level. Spreads
   * follow the line's slope by themselves. The intervals of energies widen by as much as labels
   * that were left out of the line are predicted worse than the model's own; without both errors
   * there are no such intervals any more. In barriers the line's offset cancels.
   *
   * @param ownMaeEv mean error of the model's own left-out labels; null if not known
   * @param leftOutMaeEv mean error of labels left out of the line, divided by its slope; null if
   *     not known
   */
  public Trust calibrated(Double ownMaeEv, Double leftOutMaeEv) {
    boolean known = intervals.energy() != null && ownMaeEv != null && leftOutMaeEv != null;
    return new Trust(
        slabs,
        new IntervalFactors(
            intervals.coverage(),
            known ? intervals.energy() * Math.max(1, leftOutMaeEv / ownMaeEv) : null,
            intervals.barrier(),
            intervals.percolation()),
        farSpreadEv);
  }
}
