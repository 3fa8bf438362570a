package io.github.epdi.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.epdi.model.network.ForwardPass;
import io.github.epdi.model.network.InferenceNetwork;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.network.StageObserver;
import java.nio.FloatBuffer;

/**
 * Predicts in float32 with a network's own block and its normalisations folded, on any libtorch.
 */
record BlockInference(Network network, ParameterStore parameters) implements InferenceNetwork {
  static BlockInference of(NDManager manager, ModelBundle bundle, String prefix) {
    Network network = bundle.architecture().newNetwork();
    network.load(manager, bundle.tensors(), prefix);
    network.fold();
    return new BlockInference(network, new ParameterStore(manager, false));
  }

  @Override
  public float[] features(NDManager scope, float[] images, Shape shape) {
    ForwardPass pass =
        new ForwardPass(
            parameters, scope.getDevice(), ForwardPass.Mode.PREDICT, StageObserver.NONE);
    NDArray input = scope.create(FloatBuffer.wrap(images), shape);
    try (NDArray features = network.features(pass, input)) {
      return features.toFloatArray();
    }
  }

  /** Does nothing, because its arrays belong to the model's manager. */
  @Override
  public void close() {}
}
