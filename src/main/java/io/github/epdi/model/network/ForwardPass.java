package io.github.epdi.model.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * The part of a pass's state that the layers of a network need to know.
 *
 * @param parameters where values come from: the network's own, or a trainer's per device
 * @param device where the input lies
 * @param mode purpose of the pass
 * @param observer observer to which the stages are shown
 */
public record ForwardPass(
    ParameterStore parameters, Device device, Mode mode, StageObserver observer) {
  /** The purpose of a pass. */
  public enum Mode {
    /** The pass predicts with running statistics, and nothing is dropped. */
    PREDICT,
    /** The pass learns with the batch's statistics, which the running ones then follow. */
    TRAIN,
    /**
     * The pass learns with running statistics, which stay as they are (fine-tuning on few data).
     */
    TRAIN_FROZEN_STATISTICS
  }

  /** Tells whether weights learn from this pass. */
  boolean isTraining() {
    return mode != Mode.PREDICT;
  }

  /** Tells whether normalisation uses and updates the batch's statistics. */
  boolean learnsStatistics() {
    return mode == Mode.TRAIN;
  }

  NDArray value(Parameter parameter) {
    return parameters.getValue(parameter, device, isTraining());
  }

  /** Shows a stage to the observer and returns it. */
  NDArray stage(String name, NDArray array) {
    observer.stage(name, array);
    return array;
  }
}
