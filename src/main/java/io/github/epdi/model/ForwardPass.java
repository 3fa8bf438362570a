package io.github.epdi.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * What the layers of a network need to know of the pass that they are part of.
 *
 * @param parameters where values come from: the network's own, or a trainer's per device
 * @param device where the input lies
 * @param training whether normalisation uses and updates the batch's statistics
 * @param observer is shown the stages
 */
record ForwardPass(
    ParameterStore parameters, Device device, boolean training, StageObserver observer) {

  NDArray value(Parameter parameter) {
    return parameters.getValue(parameter, device, training);
  }

  /** Shows a stage to the observer and hands it on. */
  NDArray stage(String name, NDArray array) {
    observer.stage(name, array);
    return array;
  }
}
