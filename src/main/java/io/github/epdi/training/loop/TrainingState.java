package io.github.epdi.training.loop;

import java.util.List;
import java.util.Map;

/**
 * Everything that a training needs to continue after an epoch as if it had never stopped. The order
 * of images and their frames follow from seed and epoch alone.
 *
 * @param history one record for each finished epoch
 * @param steps number of steps of the optimiser
 * @param weights current weights
 * @param moments moments of the optimiser
 * @param best weights of the best epoch so far
 * @param bestEpoch number of that epoch, from 1
 */
public record TrainingState(
    List<EpochRecord> history,
    long steps,
    Map<String, float[]> weights,
    Map<String, float[]> moments,
    Map<String, float[]> best,
    int bestEpoch) {
  public TrainingState {
    history = List.copyOf(history);
  }
}
