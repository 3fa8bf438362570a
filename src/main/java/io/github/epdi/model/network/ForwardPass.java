package io.github.epdi.model.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * What the layers of a network need to know of the pass that they are part of.
 *
 * @param parameters where values come from: the network's own, or a trainer's per device
 * @param device where the input lies
 * @param mode what the pass is made for
 * @param observer is shown the stages
 */
public record ForwardPass(
    ParameterStore parameters, Device device, Mode mode, StageObserver observer) {
  /** What a pass is made for. */
  public enum Mode {
    /** The network's answer: running statistics, nothing dropped. */
    PREDICT,
    /** Learning: the batch's statistics, which the running ones then follow. */
    TRAIN,
    /** Learning with running statistics, which stay as they are (fine-tuning on few data). */
    TRAIN_FROZEN_STATISTICS
  }

  /** Whether weights learn from this pass. */
  boolean isTraining() {
    return mode != Mode.PREDICT;
  }

  /** Whether normalisation uses and updates the batch's statistics. */
  boolean learnsStatistics() {
    return mode == Mode.TRAIN;
  }

  NDArray value(Parameter parameter) {
    return parameters.getValue(parameter, device, isTraining());
  }

  /** Shows a stage to the observer and hands it on. */
  NDArray stage(String name, NDArray array) {
    observer.stage(name, array);
    return array;
  }
}
