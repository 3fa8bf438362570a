package io.github.epdi.training.loop;

/**
 * The outcome of one epoch.
 *
 * @param epoch number of the epoch, from 1
 * @param epochs number of epochs in all
 * @param trainingLossEv mean L1 loss over the epoch's images, eV (deviations in a pretraining)
 * @param validationMaeEv mean absolute error in the same unit; NaN where nothing is validated
 * @param bestEpoch epoch of the weights that would be kept now
 * @param seconds seconds that the epoch took
 * @param secondsLeft seconds for the remaining epochs at the mean pace of this process
 */
public record EpochReport(
    int epoch,
    int epochs,
    double trainingLossEv,
    double validationMaeEv,
    int bestEpoch,
    double seconds,
    double secondsLeft) {}
