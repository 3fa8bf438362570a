package io.github.epdi.training.loop;

/**
 * One epoch in the history that checkpoint and bundle keep.
 *
 * @param epoch number of the epoch, from 1
 * @param trainingLossEv mean L1 loss, eV
 * @param validationMaeEv mean absolute error of the validation, eV; null where nothing is validated
 */
public record EpochRecord(int epoch, double trainingLossEv, Double validationMaeEv) {}
