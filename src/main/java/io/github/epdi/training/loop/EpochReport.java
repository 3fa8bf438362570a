package io.github.epdi.training.loop;

/**
 * What one epoch gave.
 *
 * @param epoch from 1
 * @param epochs in all
 * @param trainingLossEv mean L1 loss over the epoch's images, eV (deviations in a pretraining)
 * @param validationMaeEv likewise; NaN where nothing is validated
 * @param bestEpoch epoch of the weights that would be kept now
 * @param seconds that the epoch took
 * @param secondsLeft for the remaining epochs at the mean pace of this process
 */
public record EpochReport(
    int epoch,
    int epochs,
    double trainingLossEv,
    double validationMaeEv,
    int bestEpoch,
    double seconds,
    double secondsLeft) {}
