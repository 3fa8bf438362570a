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

/** Predicts with a network's own block, its normalisations folded: on any libtorch, in float32. */
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

  /** Its arrays are the model's manager's. */
  @Override
  public void close() {}
}
